import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { Pager } from "../../../../ui/pager.tsx";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import { asShownHere } from "../../../asked-to-see.ts";
import { Byline } from "../../../byline.tsx";
import { languageName } from "../../../language-name.ts";
import type { MadeOfOwn, MadeOfOwnPage } from "../../../made-of-own.ts";
import { QuietCount } from "../../../quiet-line.tsx";
import { claims } from "../../../related.ts";
import { Note } from "../../../story.tsx";
import { workTitle } from "../titles.ts";

/** What others made of a member's works, what is not answered first. */
export function RelatedPage({ page, list }: { page: Page; list: MadeOfOwnPage }) {
  const { made } = list;
  const { t } = page;
  const groups = [
    { id: "asked", title: t("You are asked"), of: made.filter(({ answer }) => answer === null) },
    { id: "linked", title: t("Linked with yours"), of: made.filter(({ answer }) => answer === "yes") },
    { id: "unlinked", title: t("Not linked"), of: made.filter(({ answer }) => answer === "no") },
  ];
  return (
    <Layout page={page} title={t("Made of your works")} noindex>
      <h1>{t("Made of your works")}</h1>
      <p>
        {t(
          "These works say that they are made of one of yours. With your yes each leads to the other; with your no neither does, and theirs still names yours, since it owes you that. You can change your mind at any time.",
        )}{" "}
        <a href={urls.preferences()}>{t("Say what you always answer")}</a>
      </p>
      {made.length === 0 && <p class="quiet">{t("Nothing yet.")}</p>}
      {groups
        .filter(({ of }) => of.length > 0)
        .map(({ id, title, of }) => (
          <section aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <ul class="desk-list">
              {of.map((each) => (
                <Claim page={page} made={each} />
              ))}
            </ul>
          </section>
        ))}
      <QuietCount page={page} folded={0} hidden={list.hidden} read={0} />
      <Pager
        page={page}
        pages={list.pages}
        current={list.page}
        urlOf={(number) => asShownHere(page, urls.relatedToOwn(number))}
      />
    </Layout>
  );
}

function Claim({ page, made }: { page: Page; made: MadeOfOwn }) {
  const { t } = page;
  const { work, kind, own, answer } = made;
  const id = `claim-${work.id}-${own.id}`;
  const says = (word: "yes" | "no") => ({ work: work.id, own: own.id, answer: word });
  return (
    <li>
      <div class="grow">
        <h3 class="work-heading" id={id}>
          <a class="work-title" href={urls.work(work.id)} lang={work.language} dir="auto">
            {workTitle(t, work)}
          </a>{" "}
          <span>
            <Byline page={page} work={work} />
          </span>
        </h3>
        <p>
          <Sentence
            page={page}
            says={claims[kind]}
            parts={{
              work: (
                <a href={urls.work(own.id)} lang={own.language} dir="auto">
                  {workTitle(t, own)}
                </a>
              ),
            }}
          />
          <span class="quiet"> · {languageName(work.language, page.locale)}</span>
        </p>
        {answer === null && work.summary !== "" && (
          <Note html={work.summary} language={work.language} class="note work-summary" />
        )}
      </div>
      <div class="actions">
        {answer !== "yes" && (
          <PostButton
            action={urls.relatedToOwn()}
            kind={answer === null ? "main" : "quiet"}
            fields={says("yes")}
            describedBy={id}
          >
            {t("Link them")}
          </PostButton>
        )}
        {answer !== "no" && (
          <PostButton action={urls.relatedToOwn()} fields={says("no")} describedBy={id}>
            {answer === null ? t("Do not link them") : t("Take the link away")}
          </PostButton>
        )}
      </div>
    </li>
  );
}
