import { FormButtons } from "../../../../ui/form.ts";
import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import type { OwnCredit } from "../../../credits/own-credits.ts";
import { roleName } from "../../../credits/role-names.ts";
import type { CreatorRole, WorkCard } from "../../../work.ts";
import { workTitle } from "../titles.ts";

/** What leaving a work would mean for whoever asks. */
export type Leaving = {
  work: WorkCard;
  /** Their names on it, with their yes. */
  credits: OwnCredit[];
  /** Who would keep it from then on; null: it does not lie with them. */
  nextKeeper: string | null;
  /** Whether it lies with them. */
  isKept: boolean;
  /** Nobody else writes it. */
  isLastAuthor: boolean;
};

type Props = { page: Page; leaving: Leaving };

/** Asks in which role somebody takes their names off a work, and says plainly what will happen. */
export function LeavingPage({ page, leaving }: Props) {
  const { t } = page;
  const { work, credits } = leaving;
  const title = t("Take your name off “{title}”?", { title: workTitle(t, work) });
  const roles = [...new Set(credits.map(({ role }) => role))];
  return (
    <Layout page={page} title={title} noindex>
      <h1 dir="auto">{title}</h1>
      {roles.map((role) => (
        <section aria-labelledby={`role-${role}`}>
          <h2 id={`role-${role}`}>{t("As {role}", { role: roleName(t, role) })}</h2>
          {role === "author" ? (
            <AsAuthor page={page} leaving={leaving} />
          ) : (
            <AsHelper page={page} leaving={leaving} as={role} />
          )}
        </section>
      ))}
      <p class="actions">
        <a href={urls.invitations()}>{t("Leave everything as it is")}</a>
      </p>
    </Layout>
  );
}

function AsAuthor({ page, leaving }: Props) {
  const { t } = page;
  const { work, nextKeeper } = leaving;
  if (leaving.isLastAuthor)
    return (
      <>
        <p>
          {t(
            "You are the only author who has said yes to this work, so your name cannot be taken off it by itself: it would be nobody’s. Nothing was changed.",
          )}
        </p>
        <p>
          {t(
            "You can leave it to its readers without your name, take the whole work away, or put another of your names on it.",
          )}
        </p>
        <p class="actions">
          {leaving.isKept && (
            <>
              <a href={urls.orphaning(work.id)}>{t("Leave it without my name")}</a>
              <a href={urls.workRemoval(work.id)}>{t("Take the work away")}</a>
            </>
          )}
          <a href={urls.editWork(work.id)}>{t("Edit the work")}</a>
        </p>
      </>
    );
  return (
    <>
      <p>
        {t(
          "The work stays, under the names of the others. {names} comes off it everywhere, and you can change it no longer.",
          { names: namesIn(page, leaving, "author") },
        )}
      </p>
      <p>
        {t(
          "The files you brought in for it are deleted, and it leaves your series. What you wrote in it stays. You will not be asked to come back for a while.",
        )}
      </p>
      {nextKeeper !== null && (
        <p>
          <Sentence
            page={page}
            says="It lies with you until now; from then on {name} keeps it, and can take it away."
            parts={{ name: <span dir="auto">{nextKeeper}</span> }}
          />
        </p>
      )}
      <Button page={page} leaving={leaving} as="author" />
    </>
  );
}

function AsHelper({ page, leaving, as }: Props & { as: CreatorRole }) {
  const { t } = page;
  return (
    <>
      <p>
        {t("{names} comes off the work everywhere, and the work off your page.", {
          names: namesIn(page, leaving, as),
        })}
      </p>
      <Button page={page} leaving={leaving} as={as} />
    </>
  );
}

function Button({ page, leaving, as }: Props & { as: CreatorRole }) {
  return (
    <FormButtons>
      <PostButton
        action={urls.leaving(leaving.work.id)}
        kind="grave"
        fields={{ role: as }}
        describedBy={`role-${as}`}
      >
        {page.t("Take my name off")}
      </PostButton>
    </FormButtons>
  );
}

function namesIn(page: Page, { credits }: Leaving, role: CreatorRole): string {
  const names = credits.filter((credit) => credit.role === role).map(({ pseudName }) => pseudName);
  return new Intl.ListFormat(page.locale, { type: "conjunction" }).format(names);
}
