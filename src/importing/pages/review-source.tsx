import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import { reasonOf } from "../finding-sentences.ts";
import type { ImportEntry } from "../imports.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import { sizeInWords } from "./size-in-words.ts";

/** What came in, and that it is kept. */
export function ReviewSource(props: { page: Page; entry: ImportEntry; source: ReviewOutcome["source"] }) {
  const { page, entry, source } = props;
  const { t } = page;
  return (
    <ul class="facts-line">
      <li dir="auto">{entry.fileName}</li>
      <li>{kindName(source, t)}</li>
      <li>{sizeInWords(page, entry.byteSize)}</li>
      {source.charset && source.fileName !== null && (
        <li>
          {t("read as {charset}", { charset: source.charset.charset.toUpperCase() })}
          {source.charset.charset.toLowerCase() !== "utf-8" && (
            <span class="quiet"> ({reasonOf(source.charset.because, t)})</span>
          )}
        </li>
      )}
      <li>
        <a href={urls.importOriginal(entry.id)}>{t("Get the file as it came")}</a>
      </li>
    </ul>
  );
}

function kindName({ kind, fileName }: ReviewOutcome["source"], t: Translate): string {
  if (fileName === null) return kind === "html" ? t("pasted HTML") : t("pasted text");
  switch (kind) {
    case "html":
      return t("a web page");
    case "docx":
      return t("a Word document");
    case "odt":
      return t("an OpenDocument text");
    case "rtf":
      return t("an RTF text");
    case "epub":
      return t("an e-book");
    case "markdown":
      return t("a Markdown text");
    default:
      return t("plain text");
  }
}
