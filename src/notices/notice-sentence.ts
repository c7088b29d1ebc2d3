import type { Page } from "../ui/page.ts";
import { urls } from "../vocabulary/urls.ts";
import type { WorkCard } from "../works/work.ts";
import type { Told } from "./told.ts";

/** A name or a title in a sentence, and where it leads. */
export type Part = { text: string; href?: string | undefined; language?: string | undefined };

/** A notice as one sentence: on a page its parts are links, in a letter words. Several parts stand as a list. */
export type NoticeSentence = {
  says: string;
  parts: Record<string, Part | Part[]>;
  values?: Record<string, number>;
  /** Where the whole of it leads. */
  href: string;
};

/**
 * What a notice says.
 *
 * @param numbers whether its reader wants to meet numbers about their own works
 */
export function noticeSentence(page: Page, told: Told, numbers: boolean): NoticeSentence {
  const { t } = page;
  const { kind, work, pseud, comment, chapter, shelving } = told;
  const workId = work?.id ?? "";
  const to = (
    href: string,
    says: string,
    parts: NoticeSentence["parts"],
    values?: Record<string, number>,
  ) => ({
    says,
    parts,
    href,
    ...(values ? { values } : {}),
  });
  const title = (href?: string) => (work ? titleOf(page, work, href) : { text: "" });
  const otherTitle = told.other ? titleOf(page, told.other, urls.work(told.other.id)) : { text: "" };
  const name = { text: pseud?.name ?? t("Somebody") };
  switch (kind) {
    case "comment":
    case "reply": {
      const href = urls.comment(workId, comment?.id ?? "");
      const speaker = { text: comment?.name ?? t("Somebody") };
      return kind === "comment"
        ? to(href, "{name} left a comment under {work}", { name: speaker, work: title(href) })
        : to(href, "{name} answered you under {work}", { name: speaker, work: title(href) });
    }
    case "held": {
      const href = urls.heldComments();
      const text = t(
        "{count, plural, one {One comment waits} other {# comments wait}} for you to let it in or not",
        { count: told.held },
      );
      return to(href, "{comments}", { comments: { text, href } });
    }
    case "kudos": {
      const works = told.kudos.map(({ work: thanked, count }) => {
        const part = titleOf(page, thanked, urls.work(thanked.id));
        return numbers
          ? { ...part, text: t("{title} ({count, number})", { title: part.text, count }) }
          : part;
      });
      return to(urls.desk(), "Readers thanked you for {works}", { works });
    }
    case "gift":
      return to(urls.gifts(), "{work} is a gift for you, as {name}", {
        work: title(urls.work(workId)),
        name,
      });
    case "gift-refused":
      return to(urls.work(workId), "{name} would rather not be given {work}", {
        work: title(urls.work(workId)),
        name,
      });
    case "invited":
      return to(urls.invitations(), "You are asked to be named as {name} on {work}", {
        work: title(urls.invitations()),
        name,
      });
    case "accepted":
      return to(urls.work(workId), "{name} is glad to be named on {work}", {
        work: title(urls.work(workId)),
        name,
      });
    case "declined":
      return to(urls.work(workId), "{name} would rather not be named on {work}", {
        work: title(urls.work(workId)),
        name,
      });
    case "left":
      return to(urls.work(workId), "{name} took the name off {work}", {
        work: title(urls.work(workId)),
        name,
      });
    case "related-asked":
      return to(
        urls.relatedToOwn(),
        "{work} says that it is made of {other}, and asks whether they may be linked",
        {
          work: title(urls.relatedToOwn()),
          other: otherTitle,
        },
      );
    // Names nobody: the other work may be one that tells no names.
    case "related-answered":
      return to(
        urls.work(workId),
        told.answer === "yes"
          ? "Whoever wrote {other} is glad to have it linked with {work}"
          : "Whoever wrote {other} would rather not have it linked with {work}",
        { other: otherTitle, work: title(urls.work(workId)) },
      );
    case "taken-down":
      return to(urls.trash(), "{work}, which you write with others, was taken away", { work: title() });
    case "work": {
      const href = urls.work(workId);
      const names = work ? authorsOf(page, work) : [];
      return names.length === 0
        ? to(href, "New: {work}", { work: title(href) })
        : to(href, "New: {work} by {names}", { work: title(href), names });
    }
    case "chapter": {
      const href = urls.chapter(workId, chapter?.id ?? "");
      const number = chapter?.number ?? 1;
      return chapter?.title
        ? to(
            href,
            "{work} goes on with chapter {number}: {chapter}",
            {
              work: title(urls.work(workId)),
              chapter: { text: chapter.title, href, language: work?.language },
            },
            { number },
          )
        : to(href, "{work} goes on with chapter {number}", { work: title(href) }, { number });
    }
    case "news": {
      const href = urls.work(workId);
      return to(href, "News about {work}", { work: title(href) });
    }
    case "shelved": {
      const href = urls.work(workId);
      const shelf = { text: shelving?.shelf ?? "", href: urls.shelf(shelving?.shelfId ?? "") };
      const keeper = shelving?.keeper;
      if (!keeper) return to(href, "{work} was put on the shelf {shelf}", { work: title(href), shelf });
      return to(href, "{name} put {work} on the shelf {shelf}", {
        name: { text: keeper.name, href: urls.writer(keeper.pseudId) },
        work: title(href),
        shelf,
      });
    }
  }
}

function titleOf({ t }: Page, work: WorkCard, href: string | undefined): Part {
  return { text: work.title || t("Without a title yet"), language: work.language, href };
}

/** A letter and a feed travel on: of an anonymous work they name nobody, even to who would be told. */
function authorsOf({ t }: Page, work: WorkCard): Part[] {
  if (work.anonymous) return [{ text: t("Anonymous") }];
  return work.creators
    .filter(({ role }) => role === "author")
    .map(({ name, pseudId }) => ({ text: name, href: pseudId === null ? undefined : urls.writer(pseudId) }));
}
