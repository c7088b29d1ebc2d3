import type { Translate } from "../../vocabulary/translate.ts";
import type { PartsOfWork } from "../count-parts.ts";

/** What happens to the parts of a work that is orphaned, a line each; what it has none of is not spoken of. */
export function whenOrphaned(t: Translate, parts: PartsOfWork): string[] {
  return [
    t(
      "{count, plural, one {The one published chapter stays} other {All # published chapters stay}} for readers, with every tag, comment and thank-you.",
      { count: parts.published },
    ),
    t(
      "Your name goes from the work everywhere: pages, lists, feeds, searches and downloads say “a former author”.",
    ),
    t(
      "The work is kept by the archive’s own account, which nobody can sign in to. You cannot take it back, and nobody writes it on.",
    ),
    ...(parts.unread > 0
      ? [
          t(
            "{count, plural, one {One chapter that is a draft or in the trash is} other {# chapters that are drafts or in the trash are}} deleted.",
            { count: parts.unread },
          ),
        ]
      : []),
    ...privateParts(t, parts),
    ...(parts.ownComments > 0
      ? [
          t(
            "{count, plural, one {One comment of yours under it stays} other {# comments of yours under it stay}}, without your name.",
            { count: parts.ownComments },
          ),
        ]
      : []),
    ...(parts.series > 0
      ? [t("It leaves your series, unless it is all the series has: its company would tell whose it was.")]
      : []),
  ];
}

/** What happens to the parts of a work that is withdrawn. */
export function whenWithdrawn(t: Translate, parts: PartsOfWork): string[] {
  const chapters = parts.published + parts.unread;
  return [
    t("{count, plural, one {Its one chapter is} other {All its # chapters are}} deleted, drafts too.", {
      count: chapters,
    }),
    t("It does not go to the trash. Neither you nor anybody else can bring it back."),
    t("Within the minute its address, its downloads and every search answer as if it had never been."),
    ...privateParts(t, parts),
    ...(parts.comments > 0
      ? [
          t(
            "{count, plural, one {The one comment under it is} other {All # comments under it are}} deleted, whoever wrote them.",
            { count: parts.comments },
          ),
        ]
      : []),
    ...(parts.kudos > 0
      ? [
          t("{count, plural, one {Its one kudos goes} other {Its # kudos go}} with it.", {
            count: parts.kudos,
          }),
        ]
      : []),
  ];
}

function privateParts(t: Translate, parts: PartsOfWork): string[] {
  return [
    ...(parts.states > 0
      ? [
          t("{count, plural, one {One earlier version is} other {# earlier versions are}} deleted.", {
            count: parts.states,
          }),
        ]
      : []),
    ...(parts.originals > 0
      ? [
          t(
            "{count, plural, one {The file you brought in is} other {The # files you brought in are}} deleted.",
            {
              count: parts.originals,
            },
          ),
        ]
      : []),
  ];
}

/** What no archive can promise about a work that goes. */
export function whatCopiesKeep(t: Translate): string {
  return t(
    "Copies that readers have already made stay theirs, and the archive’s backups keep what they hold until their turn to be thrown away comes.",
  );
}
