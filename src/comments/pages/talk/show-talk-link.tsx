import type { Database } from "../../../plumbing/database/database.ts";
import type { Assets } from "../../../plumbing/http/assets.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { AfterStory } from "../../../works/after-story.ts";
import { talkRules } from "../../standing-in-talk.ts";
import { countChapterTalk, countWorkTalk } from "../../talk.ts";
import { wordsParameter } from "./passages-asked.ts";

/**
 * Says after a story how much talk there is, and leads there. The talk itself has pages of its own: a page that is read
 * stays as small as the story, the same for every visitor, and is not made anew with every word somebody says.
 */
export function showTalkLink(parts: {
  database: Database;
  settings: SettingsKeeper;
  assets: Assets;
}): AfterStory {
  const { reading } = parts.database;
  const script = parts.assets.addressOf("quote.js");
  return async (context, work, place) => {
    if (work.status !== "published") return null;
    const chapterId = typeof place === "string" ? null : place.chapterId;
    const [count, rules, { commentsFrom }] = await Promise.all([
      chapterId === null ? countWorkTalk(reading, work.id) : countChapterTalk(reading, chapterId),
      talkRules(reading, work.id),
      parts.settings.current(),
    ]);
    const closed = rules.from === "nobody" || commentsFrom === "nobody";
    if (closed && count === 0) return null;
    return <TalkLinks page={context.var.page} {...{ workId: work.id, chapterId, count, closed, script }} />;
  };
}

function TalkLinks(props: {
  page: Page;
  workId: string;
  chapterId: string | null;
  count: number;
  closed: boolean;
  script: string;
}) {
  const { page, workId, chapterId, count } = props;
  const { t } = page;
  const talk = urls.comments(workId, chapterId);
  return (
    <section class="talk-links" aria-label={t("Comments")}>
      <ul class="actions">
        {count > 0 && (
          <li>
            <a href={talk}>{t("{count, plural, one {Read # comment} other {Read # comments}}", { count })}</a>
          </li>
        )}
        {!props.closed && (
          <li>
            <a href={`${talk}#write`}>{t("Write a comment")}</a>
          </li>
        )}
        {!props.closed && chapterId !== null && (
          <li>
            <a
              href={urls.quoting(workId, chapterId)}
              data-quote-here={t("Quote these words")}
              data-quote-to={urls.quoting(workId, chapterId)}
              data-words-name={wordsParameter}
              data-quote-kept={
                page.person.signedIn
                  ? t("Kept for you: it waits in your comment box under this story.")
                  : undefined
              }
              data-quote-lost={t("It could not be kept just now. The words are still marked: try once more.")}
            >
              {t("Quote a passage")}
            </a>
            <script type="module" src={props.script} />
          </li>
        )}
      </ul>
    </section>
  );
}
