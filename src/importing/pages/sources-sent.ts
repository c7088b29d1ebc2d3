import type { FormValues } from "../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { compareNames } from "../compare-names.ts";
import type { ImportSource } from "../import-reading.ts";
import { uploadFields as names } from "./upload-fields.ts";

/** What was sent to be brought in, and the field that an error about it belongs to. */
export type SourcesSent =
  | { sources: [ImportSource, ...ImportSource[]]; as: "chapters" | "works"; field: string; errors: null }
  | { sources: null; errors: FieldErrors };

/**
 * What a form of the door brought: files before a paste, because whoever chose some meant them; of a paste its
 * HTML, where a script could take it, before its plain words.
 *
 * @param megabytes how much there is room for
 */
export async function sourcesSent(form: FormValues, megabytes: number, t: Translate): Promise<SourcesSent> {
  const most = megabytes * 1_000_000;
  const refuse = (field: string, sentence: string): SourcesSent => ({
    sources: null,
    errors: { [field]: sentence },
  });
  // Browsers send them in the order of the choosing or the dragging; chapters stand in the order of their names.
  const [firstFile, ...files] = form
    .files(names.file)
    .toSorted((one, other) => compareNames(one.name, other.name));
  if (firstFile) {
    const size = [firstFile, ...files].reduce((sum, file) => sum + file.size, 0);
    if (size > most) return refuse(names.file, tooLarge(size, megabytes, t));
    const as = form.text(names.several) === "works" ? "works" : "chapters";
    const sources: [ImportSource, ...ImportSource[]] = [await sourceOfFile(firstFile)];
    for (const file of files) sources.push(await sourceOfFile(file));
    return { sources, as, field: names.file, errors: null };
  }
  const html = form.text(names.pastedHtml);
  const text = html || form.text(names.text);
  if (text.trim() === "") {
    return form.has(names.text)
      ? refuse(names.text, t("There is no text yet. Paste the story here."))
      : refuse(
          names.file,
          t(
            "Choose the file first. If you chose one before, choose it again: a browser never hands a file back.",
          ),
        );
  }
  const bytes = new TextEncoder().encode(text);
  if (bytes.byteLength > most) return refuse(names.text, tooLarge(bytes.byteLength, megabytes, t));
  const pastedAs = html !== "" || form.text(names.pastedAs) === "html" ? "html" : "text";
  return { sources: [{ bytes, fileName: null, pastedAs }], as: "works", field: names.text, errors: null };
}

async function sourceOfFile(file: File): Promise<ImportSource> {
  return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name, pastedAs: null };
}

function tooLarge(bytes: number, megabytes: number, t: Translate): string {
  return t(
    "It has {size, number, ::.0} MB, and there is room for {megabytes, number} MB. Bring it in chapter by chapter.",
    { size: Math.ceil(bytes / 100_000) / 10, megabytes },
  );
}
