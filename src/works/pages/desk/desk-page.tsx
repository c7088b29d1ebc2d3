import { ActionLink } from "../../../ui/action-link.tsx";
import { Day } from "../../../ui/day.tsx";
import { Layout } from "../../../ui/layout.tsx";
import { Moment } from "../../../ui/moment.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import type { Translate } from "../../../vocabulary/translate.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { AutosaveEntry } from "../../autosaves.ts";
import type { OwnSeriesEntry } from "../../own-series.ts";
import type { OwnWorkEntry } from "../../own-works.ts";
import type { NextRelease, Stuck } from "../../releases.ts";
import { visibilityWord } from "../../visibility-words.ts";
import { wordsSentence } from "../../work-length.tsx";
import { UnsavedTexts } from "./autosaves/unsaved-texts.tsx";
import { type BegunImport, BegunImports } from "./begun-imports.tsx";
import { StuckReleases } from "./releases/stuck-releases.tsx";
import { OwnSeriesSection } from "./series/own-series-section.tsx";
import { workTitle } from "./titles.ts";

/** Everything a writer has here: what is in hand, what is given, and the way to what was taken away. */
export function DeskPage(props: {
  page: Page;
  works: OwnWorkEntry[];
  imports: BegunImport[];
  /** How many works, chapters and series lie in the trash. */
  inTrash: number;
  series: OwnSeriesEntry[];
  /** How many works ask for one of the writer's names. */
  invitations: number;
  /** How many gifts to the writer are new. */
  gifts: number;
  /** How many works say they are made of the writer's, and have no answer. */
  related: number;
  /** How many comments wait to be let in. */
  held: number;
  /** By work: what comes out next by itself. */
  nextReleases: Map<string, NextRelease>;
  stuck: Stuck[];
  /** Whether there are numbers to be shown, and they want to see them. */
  numbers: boolean;
  /** What was typed and not saved. */
  unsaved: { accountId: string; texts: AutosaveEntry[]; timeZone: string };
}) {
  const { page } = props;
  const { t } = page;
  const standing = props.works.filter(({ removedAt }) => removedAt === null);
  const drafts = standing.filter(({ status }) => status === "draft");
  const published = standing.filter(({ status }) => status === "published");
  return (
    <Layout page={page} title={t("My desk")} noindex>
      <h1>{t("My desk")}</h1>
      <div class="form-buttons">
        <ActionLink href={urls.newWork()}>{t("Write something new")}</ActionLink>
        <ActionLink href={urls.newImport()} kind="quiet">
          {t("Bring a story in")}
        </ActionLink>
        {standing.length > 1 && <a href={urls.ownWorks()}>{t("Change several works at once")}</a>}
      </div>
      {props.invitations > 0 && (
        <p>
          <a href={urls.invitations()}>
            {t(
              "{count, plural, one {You are asked to be named on a work} other {You are asked to be named on # works}}",
              { count: props.invitations },
            )}
          </a>
        </p>
      )}
      {props.gifts > 0 && (
        <p>
          <a href={urls.gifts()}>
            {t("{count, plural, one {A work is given to you} other {# works are given to you}}", {
              count: props.gifts,
            })}
          </a>
        </p>
      )}
      {props.related > 0 && (
        <p>
          <a href={urls.relatedToOwn()}>
            {t(
              "{count, plural, one {A work says that it is made of one of yours} other {# works say that they are made of yours}}",
              { count: props.related },
            )}
          </a>
        </p>
      )}
      {props.held > 0 && (
        <p>
          <a href={urls.heldComments()}>
            {t(
              "{count, plural, one {# comment waits for you to let it in} other {# comments wait for you to let them in}}",
              {
                count: props.held,
              },
            )}
          </a>
        </p>
      )}
      <StuckReleases page={page} stuck={props.stuck} />
      <BegunImports page={page} imports={props.imports} />
      <UnsavedTexts page={page} works={standing} {...props.unsaved} />
      <section aria-labelledby="drafts">
        <h2 id="drafts">{t("Drafts")}</h2>
        {drafts.length === 0 ? (
          <p class="quiet">
            {t(
              "You have no drafts. What you begin stays here, seen by nobody else, for as long as you like.",
            )}
          </p>
        ) : (
          <ul class="desk-list">
            {drafts.map((work) => (
              <DraftRow page={page} work={work} next={props.nextReleases.get(work.id)} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="published">
        <h2 id="published">{t("Published")}</h2>
        {published.length === 0 ? (
          <p class="quiet">{t("Nothing of yours is published yet.")}</p>
        ) : (
          <ul class="desk-list">
            {published.map((work) => (
              <PublishedRow page={page} work={work} next={props.nextReleases.get(work.id)} />
            ))}
          </ul>
        )}
      </section>
      <OwnSeriesSection page={page} series={props.series} />
      <p class="form-buttons">
        {props.numbers && <a href={urls.ownStatistics()}>{t("Numbers about my works")}</a>}
        <a href={urls.trash()}>{t("Trash ({count, number})", { count: props.inTrash })}</a>
      </p>
    </Layout>
  );
}

type Row = { page: Page; work: OwnWorkEntry; next?: NextRelease | undefined };

function DraftRow({ page, work, next }: Row) {
  const { t } = page;
  const { id } = work;
  return (
    <WorkRow
      page={page}
      work={work}
      next={next}
      href={urls.editWork(id)}
      actions={[
        { href: urls.editWork(id), text: t("Go on writing") },
        { href: urls.previewWork(id), text: t("Preview and publish") },
        goingAway(t, work),
      ]}
    />
  );
}

function PublishedRow({ page, work, next }: Row) {
  const { t } = page;
  const { id } = work;
  return (
    <WorkRow
      page={page}
      work={work}
      next={next}
      href={urls.work(id)}
      actions={[
        { href: urls.newChapter(id), text: t("Add a chapter") },
        { href: urls.editWork(id), text: t("Edit") },
        goingAway(t, work),
      ]}
    />
  );
}

/** A work, where its title leads, and what one would do with it next. */
function WorkRow({
  page,
  work,
  next,
  href,
  actions,
}: Row & { href: string; actions: { href: string; text: string }[] }) {
  return (
    <li>
      <div>
        <Heading page={page} work={work} href={href} />
        <Facts page={page} work={work} next={next} />
      </div>
      <div class="actions">
        {actions.map((action) => (
          <a href={action.href} aria-describedby={headingId(work)}>
            {action.text}
          </a>
        ))}
      </div>
    </li>
  );
}

/** Whoever keeps a work can take it away; who writes it with them can leave it. */
function goingAway(t: Translate, { id, kept }: OwnWorkEntry): { href: string; text: string } {
  return kept
    ? { href: urls.workRemoval(id), text: t("Take away") }
    : { href: urls.leaving(id), text: t("Take my name off") };
}

function Heading({ page, work, href }: Row & { href: string }) {
  return (
    <h3 class="work-heading" id={headingId(work)}>
      <a class="work-title" href={href} dir="auto">
        {workTitle(page.t, work)}
      </a>
    </h3>
  );
}

function Facts({ page, work, next }: Row) {
  const { t } = page;
  return (
    <ul class="facts-line">
      {work.status === "published" && (
        <li>
          {t("{counter} chapters", { counter: `${work.publishedChapters}/${work.expectedChapters ?? "?"}` })}
        </li>
      )}
      {work.draftChapters > 0 && (work.status === "published" || work.draftChapters > 1) && (
        <li>
          {t("{count, plural, one {# chapter in draft} other {# chapters in draft}}", {
            count: work.draftChapters,
          })}
        </li>
      )}
      <li>{wordsSentence(page, work.words)}</li>
      {work.anonymous && <li>{t("given as “Anonymous”")}</li>}
      {!work.kept && <li>{t("another author keeps it")}</li>}
      {next && (
        <li>
          <Sentence
            page={page}
            says="next chapter {moment}"
            parts={{ moment: <Moment page={page} {...next} /> }}
          />
        </li>
      )}
      {work.visibility !== "everyone" && <li>{visibilityWord(work.visibility, t)}</li>}
      <li>
        <Sentence
          page={page}
          says="last changed {day}"
          parts={{ day: <Day page={page} at={work.updatedAt} length="short" /> }}
        />
      </li>
    </ul>
  );
}

function headingId({ id }: { id: string }): string {
  return `work-${id}`;
}
