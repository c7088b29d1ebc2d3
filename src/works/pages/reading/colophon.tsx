import { DoubleRule, GiftRibbon } from "../../../ui/ornament.tsx";
import type { Page } from "../../../ui/page.ts";
import { Byline, Credits } from "../../byline.tsx";
import { GiftFor } from "../../gift.tsx";
import { SeriesLines } from "../../series-line.tsx";
import { isComplete, type Work } from "../../work.ts";

/** The last leaf: everybody to thank, and for whom it was made. */
export function Colophon({ page, work }: { page: Page; work: Work }) {
  const { t } = page;
  return (
    <footer class="colophon">
      <DoubleRule />
      <p>{isComplete(work) ? t("Here the work ends.") : t("This is as far as the work goes for now.")}</p>
      <p class="byline">
        <cite lang={work.language} dir="auto">
          {work.title}
        </cite>
        <br />
        <Byline page={page} work={work} />
      </p>
      <SeriesLines page={page} series={work.series} language={work.language} />
      <Credits page={page} work={work} />
      {work.gifts.length > 0 && (
        <GiftRibbon>
          <GiftFor page={page} gifts={work.gifts} />
        </GiftRibbon>
      )}
    </footer>
  );
}
