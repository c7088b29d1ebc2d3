import type { PropsWithChildren } from "hono/jsx";
import { fandomKind } from "../tags/tags.ts";
import { Day } from "../ui/day.tsx";
import type { Page } from "../ui/page.ts";
import { urls } from "../vocabulary/urls.ts";
import { isAskedFor, quietId } from "./asked-to-see.ts";
import { Byline, Credits } from "./byline.tsx";
import { CountFacts } from "./count-facts.tsx";
import { GiftFor } from "./gift.tsx";
import { languageName } from "./language-name.ts";
import { QuietLine } from "./quiet-line.tsx";
import { LedgerButtons, ReaderMarkLine } from "./reader-mark-line.tsx";
import { SeriesLines } from "./series-line.tsx";
import { Note } from "./story.tsx";
import { Fandoms, MentionedTags, TagList, withoutMentions } from "./tag-links.tsx";
import { visibilityWord } from "./visibility-words.ts";
import { WarningFacts, Warnings } from "./warnings.tsx";
import type { WorkCard, WorkTag } from "./work.ts";
import { LengthFacts } from "./work-length.tsx";

/** Tags of each kind that stand in the row; the rest folds away. */
const tagsInSight = 3;

/**
 * A work as a row of a list: what one needs to choose it, three lines of its summary, and the rest folded
 * away. `level` is that of its heading, one below the list's own. What a list has to say of the work, as where words
 * stand that were looked for, comes as children. A work that the reader's rules fold is a quiet line, and one that they
 * hide is nothing, unless the address asks for it (asked-to-see.ts).
 */
export function WorkBlurb(props: PropsWithChildren<{ page: Page; work: WorkCard; level: 2 | 3 }>) {
  const { page, work, level } = props;
  const { t } = page;
  if (work.hiding && !isAskedFor(page, work.id))
    return work.hiding.manner === "hide" ? null : <QuietLine page={page} work={work} />;
  const Heading = level === 2 ? "h2" : "h3";
  const weighty = withoutMentions(work.tags);
  const fandoms = weighty.filter(({ kindId }) => kindId === fandomKind);
  const tags = weighty.filter(({ kindId }) => kindId !== fandomKind);
  const inSight = tags.filter((tag) => placeInKind(tags, tag) < tagsInSight);
  const folded = tags.filter((tag) => !inSight.includes(tag));
  return (
    <li class="work-blurb" {...(work.hiding ? { id: quietId(work.id), tabindex: -1 } : {})}>
      <Heading class="work-heading">
        <a class="work-title" href={urls.work(work.id)} lang={work.language} dir="auto">
          {work.title}
        </a>{" "}
        <span>
          <Byline page={page} work={work} />
        </span>
      </Heading>
      <Fandoms page={page} fandoms={fandoms} language={work.language} />
      <SeriesLines page={page} series={work.series} language={work.language} />
      {work.gifts.length > 0 && (
        <p class="work-gift">
          <GiftFor page={page} gifts={work.gifts} />
        </p>
      )}
      <ul class="facts-line">
        <li>{work.rating.name}</li>
        <WarningFacts page={page} warnings={work.warnings} />
        <LengthFacts page={page} work={work} />
        {work.revisedAt !== null && (
          <li>
            <Day page={page} at={work.revisedAt} length="short" />
          </li>
        )}
        <CountFacts page={page} counts={work.counts} />
        {work.visibility !== "everyone" && <li>{visibilityWord(work.visibility, t)}</li>}
      </ul>
      {inSight.length > 0 && <TagList page={page} tags={inSight} language={work.language} />}
      {work.summary !== "" && <Note html={work.summary} language={work.language} class="note work-summary" />}
      <ReaderMarkLine page={page} work={work} />
      {props.children}
      {page.person.signedIn && (
        <a
          class="work-hide"
          href={urls.hideLike(work.id, page.path)}
          rel="nofollow"
          aria-label={t("Hide works like {title}", { title: work.title })}
        >
          {t("Hide")}
        </a>
      )}
      <details>
        <summary aria-label={t("More about {title}", { title: work.title })}>{t("More")}</summary>
        {folded.length > 0 && <TagList page={page} tags={folded} language={work.language} />}
        <MentionedTags page={page} tags={work.tags} language={work.language} />
        <Credits page={page} work={work} />
        <Warnings page={page} warnings={work.warnings} />
        <p>{t("Written in {language}.", { language: languageName(work.language, page.locale) })}</p>
        {page.person.signedIn && work.status === "published" && work.visibility !== "private" && (
          <p class="actions">
            <a href={urls.workShelves(work.id)}>{t("Put on a shelf")}</a>
          </p>
        )}
        <LedgerButtons page={page} work={work} />
      </details>
    </li>
  );
}

function placeInKind(tags: WorkTag[], tag: WorkTag): number {
  return tags.filter(({ kindId }) => kindId === tag.kindId).indexOf(tag);
}
