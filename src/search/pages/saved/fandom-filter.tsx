import { Form, SelectField, SubmitButton } from "../../../ui/form.ts";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { AppliedFilter } from "../../saved/applied-filter.ts";
import type { SavedFilter } from "../../saved/saved-filter.ts";

/** In the address of a fandom: its reader wants everything this once, whatever filter they keep for it. */
export const everything = "all=1";

/** Whether an address asks for everything. */
export function asksForEverything(query: URLSearchParams): boolean {
  return query.get("all") === "1";
}

/**
 * Which of the reader's filters is applied to this fandom, the way round it, and the choice. Nothing for who keeps none.
 *
 * @param wished the one kept for this fandom
 * @param applied the same, when the list is made by it now
 */
export function FandomFilter(props: {
  page: Page;
  fandomId: string;
  kept: SavedFilter[];
  wished: SavedFilter | null;
  applied: AppliedFilter | null;
}) {
  const { page, fandomId, kept, wished, applied } = props;
  const { t } = page;
  if (kept.length === 0) return null;
  return (
    <div class="fandom-filter">
      {wished && (
        <p>
          {applied
            ? t("Your filter “{name}” is applied.", { name: wished.name })
            : t("Everything is shown, without your filter “{name}”.", { name: wished.name })}{" "}
          {applied !== null && applied.leftOut > 0 && (
            <>
              {t(
                "{count, plural, one {One thing} other {# things}} it asks for cannot be found here now; the list is made without.",
                { count: applied.leftOut },
              )}{" "}
            </>
          )}
          {applied ? (
            <a href={urls.tag(fandomId, everything)}>{t("Show everything")}</a>
          ) : (
            <a href={urls.tag(fandomId)}>{t("Apply it")}</a>
          )}
        </p>
      )}
      <details class="fold">
        <summary>{t("Apply one of my filters here")}</summary>
        <Form
          page={page}
          action={urls.fandomFilter(fandomId)}
          narrow
          label={t("Apply one of my filters here")}
        >
          <SelectField
            page={page}
            name="filter"
            label={t("Whenever I open this fandom")}
            nothing={t("Show everything")}
            choices={kept.map(({ id, name }) => ({ value: id, label: name }))}
            value={wished?.id ?? ""}
          />
          <SubmitButton kind="quiet">{t("Keep this wish")}</SubmitButton>
        </Form>
      </details>
    </div>
  );
}
