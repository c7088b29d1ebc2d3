import { fandomKind } from "../../../../tags/tags.ts";
import { Day } from "../../../../ui/day.tsx";
import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import { Byline } from "../../../byline.tsx";
import type { OwnCredit } from "../../../credits/own-credits.ts";
import { QuietCount } from "../../../quiet-line.tsx";
import { Note } from "../../../story.tsx";
import { Fandoms } from "../../../tag-links.tsx";
import type { CreatorRole } from "../../../work.ts";
import { workTitle } from "../titles.ts";

/** What a member is asked, and where their names stand on works of others. */
export function InvitationsPage(props: {
  page: Page;
  asked: OwnCredit[];
  /** How many are asked by somebody the member muted. */
  hidden: number;
  standing: OwnCredit[];
}) {
  const { page, asked, standing } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Named on works")} noindex>
      <h1>{t("Named on works")}</h1>
      <p>
        {t(
          "Nobody is named here unasked. Until you say yes, readers see the name as it was typed and no way to your page, and your page does not know of the work.",
        )}
      </p>
      <section aria-labelledby="asked">
        <h2 id="asked">{t("You are asked")}</h2>
        {asked.length === 0 ? (
          <p class="quiet">{t("Nobody waits for an answer of yours.")}</p>
        ) : (
          <ul class="desk-list">
            {asked.map((credit) => (
              <Asked page={page} credit={credit} />
            ))}
          </ul>
        )}
        <QuietCount page={page} folded={0} hidden={props.hidden} read={0} />
      </section>
      {standing.length > 0 && (
        <section aria-labelledby="standing">
          <h2 id="standing">{t("You said yes")}</h2>
          <ul class="desk-list">
            {standing.map((credit) => (
              <Standing page={page} credit={credit} />
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

type Row = { page: Page; credit: OwnCredit };

/** What a yes means, by what one is asked to be. */
const asks: Record<CreatorRole, string> = {
  author: "As an author, under your name {pseud}. You would see its drafts and change it like whoever asks.",
  beta: "As its beta reader, under your name {pseud}.",
  artist: "As its artist, under your name {pseud}.",
  translator: "As its translator, under your name {pseud}.",
};

const stands: Record<CreatorRole, string> = {
  author: "You are an author, under your name {pseud}.",
  beta: "You are its beta reader, under your name {pseud}.",
  artist: "You are its artist, under your name {pseud}.",
  translator: "You are its translator, under your name {pseud}.",
};

function Asked({ page, credit }: Row) {
  const { t } = page;
  const { work, role, pseudId, pseudName, invitedAt } = credit;
  const answer = (says: "yes" | "no") => ({ work: work.id, pseud: pseudId, role, answer: says });
  const id = headingId(credit);
  return (
    <li>
      <div class="grow">
        <Heading page={page} credit={credit} />
        <Fandoms
          page={page}
          fandoms={work.tags.filter(({ kindId }) => kindId === fandomKind)}
          language={work.language}
        />
        {work.summary !== "" && (
          <Note html={work.summary} language={work.language} class="note work-summary" />
        )}
        <p>
          <Sentence page={page} says={asks[role]} parts={{ pseud: <b dir="auto">{pseudName}</b> }} />
        </p>
        <ul class="facts-line">
          {work.status === "draft" && <li>{t("a draft")}</li>}
          {invitedAt !== null && (
            <li>
              <Sentence page={page} says="asked {day}" parts={{ day: <Day page={page} at={invitedAt} /> }} />
            </li>
          )}
        </ul>
      </div>
      <div class="actions">
        <PostButton action={urls.invitations()} kind="main" fields={answer("yes")} describedBy={id}>
          {t("Say yes")}
        </PostButton>
        <PostButton action={urls.invitations()} fields={answer("no")} describedBy={id}>
          {t("Say no")}
        </PostButton>
      </div>
    </li>
  );
}

function Standing({ page, credit }: Row) {
  const { t } = page;
  return (
    <li>
      <div class="grow">
        <Heading page={page} credit={credit} />
        <p class="hint">
          <Sentence
            page={page}
            says={stands[credit.role]}
            parts={{ pseud: <span dir="auto">{credit.pseudName}</span> }}
          />
        </p>
      </div>
      <div class="actions">
        <a href={urls.leaving(credit.work.id)} aria-describedby={headingId(credit)}>
          {t("Take my name off")}
        </a>
      </div>
    </li>
  );
}

function Heading({ page, credit }: Row) {
  const { work, isOpen } = credit;
  const title = workTitle(page.t, work);
  return (
    <h3 class="work-heading" id={headingId(credit)}>
      {isOpen ? (
        <a class="work-title" href={urls.work(work.id)} lang={work.language} dir="auto">
          {title}
        </a>
      ) : (
        <span class="work-title" lang={work.language} dir="auto">
          {title}
        </span>
      )}{" "}
      <span>
        <Byline page={page} work={work} />
      </span>
    </h3>
  );
}

function headingId({ work, pseudId, role }: OwnCredit): string {
  return `credit-${work.id}-${pseudId}-${role}`;
}
