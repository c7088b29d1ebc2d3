import { urls } from "../../vocabulary/urls.ts";
import type { Page } from "../page.ts";

/** Which tags a field offers as one types (public/suggest.js). */
export type Suggests = {
  /** Kinds of tag; none: all. */
  kinds?: readonly string[] | undefined;
  /** The field holds several names, with commas between them; otherwise it holds one. */
  several?: boolean | undefined;
  /** One asks in the field in the words of the finding page's box; what is offered stands at the end of a question. */
  asking?: boolean | undefined;
  /** Ids of fandoms chosen already: what stands beside them is offered first. */
  fandoms?: readonly string[] | undefined;
  /** The field of the same form in which the names of fandoms stand. */
  fandomField?: string | undefined;
  /**
   * Where one chooses without a script. Unless it is given that is a page of names in a tab of its own, so that the
   * form stays as it is; null: nowhere.
   */
  chooser?: string | null | undefined;
};

/** What tells the script of a field what to offer. */
export function suggestAttributes(suggests: Suggests | undefined): Record<string, string | undefined> {
  if (!suggests) return {};
  return {
    "data-suggest": urls.tagSuggestions(suggests.kinds, suggests.fandoms),
    "data-suggest-several": suggests.several ? "" : undefined,
    "data-suggest-asking": suggests.asking ? "" : undefined,
    "data-suggest-fandoms": suggests.fandomField,
  };
}

/**
 * What a field that suggests brings along: the script, which a browser runs once however many fields ask for it, and
 * for who has none the way to the page of names.
 */
export function SuggestParts({ page, suggests }: { page: Page; suggests: Suggests }) {
  const { kinds = [], chooser } = suggests;
  return (
    <>
      <script type="module" src={page.assets.suggest} />
      {chooser !== null && (
        <noscript>
          <p class="hint">
            {chooser === undefined ? (
              <a href={urls.tagChooser(kinds)} target="_blank" rel="noopener">
                {page.t("Look names up in a new tab; this form stays as it is")}
              </a>
            ) : (
              <a href={chooser}>{page.t("Choose from a list")}</a>
            )}
          </p>
        </noscript>
      )}
    </>
  );
}
