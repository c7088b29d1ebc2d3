import { fandomKind } from "../../../../tags/tags.ts";
import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import { Byline } from "../../../byline.tsx";
import type { GiftReceived } from "../../../gifts-received.ts";
import { QuietCount } from "../../../quiet-line.tsx";
import { Note } from "../../../story.tsx";
import { Fandoms } from "../../../tag-links.tsx";
import { workTitle } from "../titles.ts";

/** What was given to a member, the new ones first. */
export function GiftsPage(props: { page: Page; gifts: GiftReceived[]; hidden: number }) {
  const { page, gifts } = props;
  const { t } = page;
  const fresh = gifts.filter(({ isNew }) => isNew);
  const kept = gifts.filter(({ isNew }) => !isNew);
  return (
    <Layout page={page} title={t("Given to you")} noindex>
      <h1>{t("Given to you")}</h1>
      <p>
        {t(
          "Refuse a gift and your name goes from the work, and cannot be put there again. The work stays with its writer, who is not told why.",
        )}{" "}
        <a href={urls.preferences()}>{t("Say whether you want gifts at all")}</a>
      </p>
      {gifts.length === 0 && <p class="quiet">{t("Nothing yet.")}</p>}
      {fresh.length > 0 && (
        <section aria-labelledby="new-gifts">
          <h2 id="new-gifts">{t("New")}</h2>
          <ul class="desk-list">
            {fresh.map((gift) => (
              <Gift page={page} gift={gift} />
            ))}
          </ul>
        </section>
      )}
      {kept.length > 0 && (
        <section aria-labelledby="kept-gifts">
          <h2 id="kept-gifts">{t("Kept")}</h2>
          <ul class="desk-list">
            {kept.map((gift) => (
              <Gift page={page} gift={gift} />
            ))}
          </ul>
        </section>
      )}
      <QuietCount page={page} folded={0} hidden={props.hidden} read={0} />
    </Layout>
  );
}

function Gift({ page, gift }: { page: Page; gift: GiftReceived }) {
  const { t } = page;
  const { work, pseudId, pseudName, isNew } = gift;
  const id = `gift-${work.id}-${pseudId}`;
  const answer = (says: "keep" | "refuse") => ({ work: work.id, pseud: pseudId, answer: says });
  return (
    <li>
      <div>
        <h3 class="work-heading" id={id}>
          <a class="work-title" href={urls.work(work.id)} lang={work.language} dir="auto">
            {workTitle(t, work)}
          </a>{" "}
          <span>
            <Byline page={page} work={work} />
          </span>
        </h3>
        <Fandoms
          page={page}
          fandoms={work.tags.filter(({ kindId }) => kindId === fandomKind)}
          language={work.language}
        />
        {isNew && work.summary !== "" && (
          <Note html={work.summary} language={work.language} class="note work-summary" />
        )}
        <p class="hint">
          <Sentence
            page={page}
            says="To you as {pseud}"
            parts={{ pseud: <span dir="auto">{pseudName}</span> }}
          />
        </p>
      </div>
      <div class="actions">
        {isNew && (
          <PostButton action={urls.gifts()} kind="main" fields={answer("keep")} describedBy={id}>
            {t("Keep it")}
          </PostButton>
        )}
        <PostButton action={urls.gifts()} fields={answer("refuse")} describedBy={id}>
          {t("Refuse it")}
        </PostButton>
      </div>
    </li>
  );
}
