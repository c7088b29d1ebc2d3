import type { Child } from "hono/jsx";
import { type Settings, settingsShape } from "../../plumbing/settings/settings.ts";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";

/** What an owner wants to know at a glance. */
export type ArchiveStanding = {
  settings: Settings;
  /** As its readers know it; null when nobody told the archive. */
  publicAddress: string | null;
  mailTravels: boolean;
  lettersWaiting: number;
  works: number;
};

/** What is set up and what is not, each with what to do about it. It never urges. */
export function Standing({ page, standing }: { page: Page; standing: ArchiveStanding }) {
  const { t } = page;
  const { settings } = standing;
  const isAsItCame = settings.archiveName === settingsShape.parse({}).archiveName;
  return (
    <dl class="facts">
      <Fact name={t("Name")}>
        {isAsItCame ? (
          <Sentence
            page={page}
            says="{name}, as it came. {link}"
            parts={{
              name: settings.archiveName,
              link: <a href="#field-archiveName">{t("Give it a name of its own")}</a>,
            }}
          />
        ) : (
          <span dir="auto">{settings.archiveName}</span>
        )}
      </Fact>
      <Fact name={t("Address")}>
        {standing.publicAddress ?? (
          <Sentence
            page={page}
            says="Not told yet. Set {variable} to the address readers know it by when you start the archive, so that links in letters lead there."
            parts={{ variable: <code>PRESSIE_URL</code> }}
          />
        )}
      </Fact>
      <Fact name={t("Rules")}>
        {settings.rules === "" ? (
          <>
            {t("Not written yet.")} <a href="#field-rules">{t("Write them")}</a>
          </>
        ) : (
          t("Written. Readers find them on the about page, and before they join.")
        )}
      </Fact>
      <Fact name={t("Joining")}>
        {settings.registration === "open" ? t("Anybody may make an account.") : t("No new accounts.")}
      </Fact>
      <Fact name={t("Letters")}>
        <Letters page={page} standing={standing} />
      </Fact>
      <Fact name={t("Stories")}>
        {t("{count, plural, =0 {None published yet.} one {# published.} other {# published.}}", {
          count: standing.works,
        })}{" "}
        {standing.works === 0 && <a href={urls.newImport()}>{t("Bring the first one in")}</a>}
      </Fact>
      <Fact name={t("Copies")}>
        <Sentence
          page={page}
          says="Everything lies in one folder. {command} makes a copy of it while the archive runs; keep copies on another machine."
          parts={{ command: <code>bin/pressie backup FOLDER</code> }}
        />
      </Fact>
      <Fact name={t("Locked out?")}>
        <Sentence
          page={page}
          says="{command} on the archive’s own machine prints a link with which you choose a new password. It needs no mail."
          parts={{ command: <code>bin/pressie recover-owner</code> }}
        />
      </Fact>
    </dl>
  );
}

function Letters({ page, standing }: { page: Page; standing: ArchiveStanding }) {
  const { t } = page;
  if (standing.mailTravels) return <>{t("They travel by your mail server.")}</>;
  return (
    <>
      {t("No mail server is set, so letters wait for you to pass them on.")}{" "}
      <a href={urls.outbox()}>
        {t("{count, plural, =0 {Nothing waits now} one {# letter waits} other {# letters wait}}", {
          count: standing.lettersWaiting,
        })}
      </a>
    </>
  );
}

function Fact({ name, children }: { name: string; children?: Child }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
