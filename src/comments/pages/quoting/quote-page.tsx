import { raw } from "hono/html";
import { asHeard } from "../../../story-text/as-heard.ts";
import { withoutNoteLinks } from "../../../story-text/footnote-ids.ts";
import { FormButtons, HiddenField, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { directionOf } from "../../../ui/translation.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { ChapterEntry } from "../../../works/work.ts";
import type { Passage } from "../../passages.ts";
import type { OpenTalk } from "../talk/open-talk.ts";
import { paragraphParameter, wordsParameter } from "../talk/passages-asked.ts";

/**
 * The story once more with a box to tick at each paragraph: a page of its own, so that nothing stands between a reader
 * and the words where they are read.
 */
export function QuotePage(props: {
  page: Page;
  talk: OpenTalk;
  chapter: ChapterEntry;
  passages: readonly Passage[];
  pages: number;
  current: number;
  script: string;
}) {
  const { page, talk, chapter, passages } = props;
  const { t } = page;
  const { work } = talk;
  const action = urls.quoting(work.id, chapter.id);
  return (
    <Layout page={page} title={t("Quote from {title}", { title: work.title })} noindex script={props.script}>
      <header class="page-head">
        <p>
          <a href={urls.chapter(work.id, chapter.id)} lang={work.language} dir="auto">
            {work.title}
          </a>
        </p>
        <h1>{t("Quote a passage")}</h1>
        <p>
          {page.person.signedIn
            ? t(
                "Tick what you want to say something about. It waits in your comment box, seen by nobody else.",
              )
            : t("Tick what you want to say something about. It goes with you to the comment box.")}
        </p>
      </header>
      <h2 lang={chapter.title ? work.language : undefined} dir="auto">
        {chapter.title || t("Chapter {number, number}", { number: chapter.number })}
      </h2>
      <form
        method="post"
        action={action}
        class="quoting"
        data-quote-selected={t("Quote the words you marked")}
        data-words-name={wordsParameter}
      >
        <HiddenField name="part" value={props.current} />
        <ol class="passages">
          {passages.map(({ number, html }) => (
            <li class="passage" id={`passage-${number}`}>
              <div class="passage-choice">
                <input
                  type="checkbox"
                  name={paragraphParameter}
                  value={number}
                  id={`quote-${number}`}
                  aria-describedby={`words-${number}`}
                />
                <label for={`quote-${number}`}>
                  <span class="visually-hidden">{t("Quote paragraph {number, number}", { number })}</span>
                  <span aria-hidden="true">{number}</span>
                </label>
              </div>
              <div class="story" id={`words-${number}`} lang={work.language} dir={directionOf(work.language)}>
                {raw(asHeard(withoutNoteLinks(html), 2))}
              </div>
            </li>
          ))}
        </ol>
        <FormButtons>
          <SubmitButton name="press" value="on">
            {t("Quote these and write")}
          </SubmitButton>
          {page.person.signedIn && (
            <SubmitButton name="press" value="more" kind="quiet">
              {t("Keep these and go on choosing")}
            </SubmitButton>
          )}
        </FormButtons>
      </form>
      <Pager
        page={page}
        pages={props.pages}
        current={props.current}
        urlOf={(part) => urls.quoting(work.id, chapter.id, part)}
      />
    </Layout>
  );
}
