import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import { reasonOf } from "../finding-sentences.ts";
import type { ImportEntry, ImportFile } from "../imports.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import { sourceOf } from "../sources.ts";
import { sizeInWords } from "./size-in-words.ts";

type SourceProps = {
  page: Page;
  entry: ImportEntry;
  files: ImportFile[];
  source: ReviewOutcome["source"];
};

/** What came in, and that it is kept. */
export function ReviewSource(props: SourceProps) {
  const { page, entry, files, source } = props;
  const { t } = page;
  if (files.length > 1) return <SeveralFiles {...props} />;
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

/** More files than these are folded away. */
const mostOpen = 5;

function SeveralFiles({ page, entry, files }: SourceProps) {
  const { t } = page;
  return (
    <details class="fold" id="files" open={files.length <= mostOpen}>
      <summary>
        {t("{count} files, joined in this order ({size})", {
          count: files.length,
          size: sizeInWords(page, entry.byteSize),
        })}
      </summary>
      <ol>
        {files.map(({ fileName, byteSize }, index) => (
          <li>
            <a href={urls.importOriginal(entry.id, index)} dir="auto">
              {fileName}
            </a>{" "}
            <span class="quiet small">{sizeInWords(page, byteSize)}</span>
          </li>
        ))}
      </ol>
      <p class="quiet small">{t("Each lies here as it came; its name leads to it.")}</p>
    </details>
  );
}

function kindName({ kind, fileName }: ReviewOutcome["source"], t: Translate): string {
  if (fileName === null) return kind === "html" ? t("pasted HTML") : t("pasted text");
  return t(sourceOf(kind)?.name ?? "a file of another kind");
}
