import { Notice } from "../../../../ui/notice.tsx";
import type { Page } from "../../../../ui/page.ts";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import type { Stuck } from "../../../releases.ts";
import { workTitle } from "../titles.ts";
import { troubleSentence } from "./trouble-sentence.ts";

/** Tells a writer what did not come out at its time, and leads to where they can mend it. */
export function StuckReleases({ page, stuck }: { page: Page; stuck: Stuck[] }) {
  const { t } = page;
  if (stuck.length === 0) return null;
  return (
    <Notice kind="firm" title={t("This could not come out at its time")}>
      <ul>
        {stuck.map((one) => (
          <li>
            <WhatOf page={page} stuck={one} /> {troubleSentence(t, one.trouble)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function WhatOf({ page, stuck }: { page: Page; stuck: Stuck }) {
  const { workId, chapterId } = stuck;
  const href = chapterId === null ? urls.releasePlan(workId) : urls.chapterRelease(workId, chapterId);
  const work = (
    <a href={href} dir="auto">
      {workTitle(page.t, stuck)}
    </a>
  );
  return chapterId === null ? (
    <Sentence page={page} says="The queue of {work}." parts={{ work }} />
  ) : (
    <Sentence page={page} says="A chapter of {work}." parts={{ work }} />
  );
}
