import { fandomKind } from "../../../tags/tags.ts";
import { GiftRibbon, GiltFrame } from "../../../ui/ornament.tsx";
import type { Page } from "../../../ui/page.ts";
import { Byline, Credits } from "../../byline.tsx";
import { GiftFor } from "../../gift.tsx";
import { languageName } from "../../language-name.ts";
import { MadeFromLines } from "../../related-line.tsx";
import { SeriesLines } from "../../series-line.tsx";
import { Note } from "../../story.tsx";
import { FandomsByWeight } from "../../tag-links.tsx";
import { Warnings } from "../../warnings.tsx";
import type { Work, WorkWarning } from "../../work.ts";
import { stateSentence, wordsSentence } from "../../work-length.tsx";

/**
 * The title page in its frame: what the work is called, everybody who made it, for whom it is, and what
 * a reader must know before the first word: rating, warnings, length.
 */
export function TitlePage({ page, work, warnings }: { page: Page; work: Work; warnings: WorkWarning[] }) {
  return (
    <GiltFrame>
      <FandomsByWeight
        page={page}
        fandoms={work.tags.filter(({ kindId }) => kindId === fandomKind)}
        language={work.language}
      />
      <h1 lang={work.language} dir="auto">
        {work.title || page.t("Without a title yet")}
      </h1>
      <p class="byline">
        <Byline page={page} work={work} />
      </p>
      <SeriesLines page={page} series={work.series} language={work.language} />
      <MadeFromLines page={page} works={work.madeFrom} />
      <Credits page={page} work={work} />
      {work.gifts.length > 0 && (
        <GiftRibbon>
          <GiftFor page={page} gifts={work.gifts} />
        </GiftRibbon>
      )}
      {work.dedication !== "" && <Note html={work.dedication} language={work.language} class="dedication" />}
      <FactsBeforeReading page={page} work={work} warnings={warnings} />
    </GiltFrame>
  );
}

function FactsBeforeReading({ page, work, warnings }: { page: Page; work: Work; warnings: WorkWarning[] }) {
  const { t } = page;
  return (
    <dl class="facts">
      <dt>{t("Rating")}</dt>
      <dd>
        {work.rating.name}
        {work.rating.about !== "" && <span class="small quiet"> {work.rating.about}</span>}
      </dd>
      {warnings.length > 0 && (
        <>
          <dt>{t("Warnings")}</dt>
          <dd>
            <Warnings page={page} warnings={warnings} />
          </dd>
        </>
      )}
      <dt>{t("Length")}</dt>
      <dd>
        {wordsSentence(page, work.wordCount)}
        <br />
        {stateSentence(page, work)}
      </dd>
      <dt>{t("Language")}</dt>
      <dd>{languageName(work.language, page.locale)}</dd>
    </dl>
  );
}
