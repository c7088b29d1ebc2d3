import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { KudosAnswer } from "../give-kudos.ts";

/** The section's id: whoever gave kudos comes back to it. */
export const kudosId = "kudos";

/** How kudos stand between this person and this work. */
export type KudosStanding =
  | "may give"
  | "may give again"
  | "gave"
  | "gave for chapter"
  | { ownWorkHas: number; ownChapterHas: number };

/** Saying thanks at the end of a story: a button, or what became of pressing it. */
export function KudosSection(props: {
  page: Page;
  workId: string;
  /** Sent along, to come back to the same page. */
  place: string;
  standing: KudosStanding;
  said: KudosAnswer | null;
}) {
  const { page, standing, said } = props;
  const { t } = page;
  const sentence = said === null ? standingSentence(page, standing) : saidSentence(page, said);
  if (sentence === "") return null;
  return (
    <section class="kudos" id={kudosId} aria-label={t("Kudos")} tabindex={said === null ? undefined : -1}>
      {sentence !== null && <p class={said === null ? "quiet" : undefined}>{sentence}</p>}
      {sentence === null && (
        <form method="post" action={urls.kudos(props.workId)} class="post-button">
          <input type="hidden" name="place" value={props.place} />
          <button type="submit" class="button button-quiet">
            {standing === "may give again" ? t("Leave kudos for this chapter too") : t("Leave kudos")}
          </button>
        </form>
      )}
    </section>
  );
}

function saidSentence({ t }: Page, said: KudosAnswer): string {
  switch (said) {
    case "given":
      return t("Thank you. Your kudos are with the writer.");
    case "before":
      return t("The writer has your kudos already. Thank you.");
    case "own":
      return t("This work is your own. Kudos come from others.");
  }
}

/** A sentence instead of the button, or null for the button; "" for nothing at all. */
function standingSentence({ t }: Page, standing: KudosStanding): string | null {
  if (standing === "may give" || standing === "may give again") return null;
  if (standing === "gave for chapter") return t("You left kudos for this chapter.");
  if (standing === "gave") return t("You left kudos for this work.");
  const { ownWorkHas: count, ownChapterHas: again } = standing;
  if (count === 0) return "";
  const forWork = t("{count, plural, one {# reader} other {# readers}} left kudos.", { count });
  if (again === 0) return forWork;
  return `${forWork} ${t("{count, plural, one {# of them} other {# of them}} for this chapter, too.", { count: again })}`;
}
