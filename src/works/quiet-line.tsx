import type { Page } from "../ui/page.ts";
import { urls } from "../vocabulary/urls.ts";
import { asRuled, heedingAskedFor, quietId, showAll, showOnce, showRead } from "./asked-to-see.ts";
import { languageName } from "./language-name.ts";
import { readRuleId } from "./read-works.ts";
import type { WorkCard } from "./work.ts";

/** Why the reader's rules keep a work quiet, in words that tell no more of it than they must. */
function whyQuiet(
  page: Page,
  work: Pick<WorkCard, "hiding" | "tags" | "creators" | "warnings" | "language">,
): string {
  const { t } = page;
  if (!work.hiding) return "";
  const { cause } = work.hiding;
  switch (cause.kind) {
    case "work":
      return work.hiding.ruleId === readRuleId ? t("you finished it, or dropped it") : t("this one work");
    case "muted":
      return t("by {name}, whom you muted", { name: writerName(work, cause.pseudId) });
    case "writer":
      return t("by {name}", { name: writerName(work, cause.pseudId) });
    case "tag":
      return work.tags.find(({ tagId }) => tagId === cause.tagId)?.name ?? "";
    case "language":
      return t("written in {language}", { language: languageName(work.language, page.locale) });
    case "short":
      return t("shorter than you want");
    case "long":
      return t("longer than you want");
    case "fandoms":
      return t("in too many fandoms");
    case "unsaid":
      return t("nothing is said of “{warning}”", {
        warning: work.warnings.find(({ id }) => id === cause.warningId)?.name ?? t("a warning"),
      });
    case "stale":
      return t("unfinished, with nothing new for {years, plural, one {a year} other {# years}}", {
        years: cause.years,
      });
  }
}

function writerName({ creators }: Pick<WorkCard, "creators">, id: string): string {
  return creators.find(({ pseudId }) => pseudId === id)?.name ?? "";
}

/** A work that a rule folds away: why, and the way to it. It tells nothing else. */
export function QuietLine({ page, work }: { page: Page; work: WorkCard }) {
  const { t } = page;
  const rule = work.hiding?.ruleName ?? "";
  const why = whyQuiet(page, work);
  return (
    <li class="quiet-work" id={quietId(work.id)} tabindex={-1}>
      <p class="quiet small">
        <span dir="auto">
          {rule === ""
            ? t("Hidden: {why}.", { why })
            : t("Hidden by your rule “{rule}”: {why}.", { rule, why })}
        </span>{" "}
        <a href={showOnce(page, work.id)} rel="nofollow">
          {t("Show once")}
        </a>
      </p>
    </li>
  );
}

/** Says above a work that was opened by its address that its reader's rules keep it out of their lists. */
export function QuietNotice({ page, work }: { page: Page; work: WorkCard }) {
  if (!work.hiding) return null;
  const { t } = page;
  const why = whyQuiet(page, work);
  return (
    <p class="quiet small" dir="auto">
      {work.hiding.ruleName === ""
        ? t("Your rules keep this out of your lists: {why}.", { why })
        : t("Your rule “{rule}” keeps this out of your lists: {why}.", {
            rule: work.hiding.ruleName,
            why,
          })}{" "}
      <a href={work.hiding.ruleId === null ? urls.keptAway() : urls.readerRule(work.hiding.ruleId)}>
        {t("Change that")}
      </a>
    </p>
  );
}

/**
 * What the reader's rules do to a list, in a line or two below it: how many works are folded on its pages, how many stand on
 * none, how many they have but read, and the ways to see them this once. Nothing where they do nothing.
 */
export function QuietCount(props: { page: Page; folded: number; hidden: number; read: number }) {
  const { page, folded, read } = props;
  const hidden = props.hidden - read;
  const { t } = page;
  if (!page.person.signedIn) return null;
  const heeding = heedingAskedFor(page);
  if (heeding === "none")
    return (
      <p class="quiet small quiet-count">
        {t("This once your rules hide nothing here.")}{" "}
        <a href={asRuled(page)} rel="nofollow">
          {t("Hide it again")}
        </a>{" "}
        <a href={urls.readerRules()}>{t("Your rules")}</a>
      </p>
    );
  return (
    <>
      {heeding === "but-read" && (
        <p class="quiet small quiet-count">
          {t("This once what you have read is shown here.")}{" "}
          <a href={asRuled(page)} rel="nofollow">
            {t("Hide it again")}
          </a>
        </p>
      )}
      {read > 0 && (
        <p class="quiet small quiet-count">
          {t(
            "{count, plural, one {# work that you have read is} other {# works that you have read are}} hidden.",
            {
              count: read,
            },
          )}{" "}
          <a href={showRead(page)} rel="nofollow">
            {t("Show what you have read")}
          </a>
        </p>
      )}
      {folded + hidden > 0 && <RuledAway page={page} folded={folded} hidden={hidden} />}
    </>
  );
}

function RuledAway({ page, folded, hidden }: { page: Page; folded: number; hidden: number }) {
  const { t } = page;
  return (
    <p class="quiet small quiet-count">
      {folded > 0 && (
        <>
          {t("{count, plural, one {# more is folded to a line} other {# more are folded to a line each}}.", {
            count: folded,
          })}{" "}
        </>
      )}
      {hidden > 0 && (
        <>
          {t("{count, plural, one {# more is} other {# more are}} hidden by your rules.", {
            count: hidden,
          })}{" "}
        </>
      )}
      <a href={showAll(page)} rel="nofollow">
        {t("Show them this once")}
      </a>{" "}
      <a href={urls.readerRules()}>{t("Your rules")}</a>
    </p>
  );
}
