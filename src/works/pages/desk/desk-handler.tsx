import { memberOf } from "../../../people/member-only.ts";
import type { Member } from "../../../people/person.ts";
import { findPreferences } from "../../../people/preferences.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import { listAutosaves } from "../../autosaves.ts";
import { countInvitations } from "../../credits/own-credits.ts";
import { countNewGifts } from "../../gifts-received.ts";
import { countRelatedAsked } from "../../made-of-own.ts";
import { listOwnSeries } from "../../own-series.ts";
import { listOwnWorks } from "../../own-works.ts";
import { listNextReleases, listStuck } from "../../releases.ts";
import { listTrash } from "../../trash/list-trash.ts";
import type { ListBegunImports } from "./begun-imports.tsx";
import { DeskPage } from "./desk-page.tsx";
import type { DeskParts } from "./desk-parts.ts";

/** How many comments wait for a member to let them in; no more than a few are counted. */
type CountHeld = (reader: Reader, member: Member) => Promise<number>;

/** Shows a writer's desk, with what they have begun to bring in. */
export function showDesk(
  parts: DeskParts & { listImports: ListBegunImports; countHeld: CountHeld },
): ArchiveHandler {
  const { database, listImports, countHeld } = parts;
  return async (context) => {
    const member = memberOf(context);
    const [works, imports, series, invitations, gifts, nextReleases, stuck, trash, held, related] =
      await Promise.all([
        listOwnWorks(database.reading, member),
        listImports(database.reading, member),
        listOwnSeries(database.reading, member),
        countInvitations(database.reading, member),
        countNewGifts(database.reading, member),
        listNextReleases(database.reading, member),
        listStuck(database.reading, member),
        listTrash(database.reading, member),
        countHeld(database.reading, member),
        countRelatedAsked(database.reading, member),
      ]);
    const { timeZone, statisticsShown } = await findPreferences(database.reading, member.accountId);
    const { statistics } = await parts.settings.current();
    const texts = await listAutosaves(database.reading, member);
    const inTrash = trash.works.length + trash.chapters.length + trash.series.length;
    return context.html(
      <DeskPage
        page={context.var.page}
        {...{
          works,
          imports,
          series: series.filter(({ removedAt }) => removedAt === null),
          invitations,
          gifts,
          nextReleases,
          stuck,
          inTrash,
          held,
          numbers: statisticsShown && statistics === "counted" && works.length > 0,
          related,
          unsaved: { accountId: member.accountId, texts, timeZone },
        }}
      />,
    );
  };
}
