import { raw } from "hono/html";
import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { Day } from "../../../ui/day.tsx";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { countKeptParts, type KeptPart, listKeptParts } from "../../copy/kept-parts.ts";

const kinds = ["comment-received", "comment-written", "bookmark", "shelved"] as const;
type Kind = (typeof kinds)[number];
const perPage = 50;

/**
 * What came with copies and cannot be what it was: words of people who are perhaps not here, bookmarks and shelved works that
 * are not. Nobody but their owner sees them.
 */
export function showKeptParts({ reading }: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { page } = context.var;
    const counts = await countKeptParts(reading, member);
    const kind =
      kinds.find((one) => one === context.req.query("kind")) ??
      kinds.find((one) => counts[one] > 0) ??
      kinds[0];
    const pages = Math.max(1, Math.ceil(counts[kind] / perPage));
    const asked = Number.parseInt(context.req.query("page") ?? "1", 10);
    const number = Math.min(Math.max(1, Number.isFinite(asked) ? asked : 1), pages);
    const part = { from: (number - 1) * perPage, most: perPage };
    const parts = await listKeptParts(reading, member, kind, part);
    return context.html(<KeptPage {...{ page, counts, kind, number, pages, parts }} />);
  };
}

function KeptPage(props: {
  page: Page;
  counts: Record<Kind, number>;
  kind: Kind;
  number: number;
  pages: number;
  parts: KeptPart[];
}) {
  const { page, counts, kind, number, pages, parts } = props;
  const { t } = page;
  const title = t("What came with your copies");
  const isComment = kind === "comment-received" || kind === "comment-written";
  const words: Record<Kind, string> = {
    "comment-received": t("Comments you received ({count, number})", { count: counts["comment-received"] }),
    "comment-written": t("Comments you wrote ({count, number})", { count: counts["comment-written"] }),
    bookmark: t("Bookmarks of works elsewhere ({count, number})", { count: counts.bookmark }),
    shelved: t("Shelved works elsewhere ({count, number})", { count: counts.shelved }),
  };
  return (
    <Layout page={page} title={title} noindex>
      <h1>{title}</h1>
      <p class="lead">
        {t(
          "Kept for you alone, as the copy has it: this archive cannot know who said it, and the works may be elsewhere. You take it along when you leave.",
        )}
      </p>
      <nav aria-label={title}>
        <ul class="tabs">
          {kinds
            .filter((one) => counts[one] > 0 || one === kind)
            .map((one) => (
              <li>
                <a href={urls.keptParts(one)} aria-current={one === kind ? "page" : undefined}>
                  {words[one]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {parts.length === 0 && <p>{t("There is nothing here.")}</p>}
      {parts.map((part) => (
        <article class="comment">
          <p>
            <strong dir="auto">
              {textOf(part, "workTitle") || textOf(part, "title") || t("A work elsewhere")}
            </strong>
            {" · "}
            {kind === "shelved" && (
              <>
                {t("on your shelf “{shelf}”", { shelf: textOf(part, "shelf") })}
                {" · "}
              </>
            )}
            {isComment && (
              <>
                <span dir="auto">{speakerOf(part) || t("somebody")}</span>
                {" · "}
              </>
            )}
            <Day page={page} at={part.happenedAt} />
          </p>
          {!isComment && namesOf(page, part) !== "" && <p dir="auto">{namesOf(page, part)}</p>}
          {kind === "bookmark" && textOf(part, "note") && <p dir="auto">{textOf(part, "note")}</p>}
          {/* Clean since they came in (bringing/bring-rest.ts, bringing/bring-reading.ts). */}
          {kind === "shelved" && <div dir="auto">{raw(textOf(part, "note"))}</div>}
          {isComment && <div dir="auto">{raw(textOf(part, "text"))}</div>}
        </article>
      ))}
      <Pager page={page} current={number} pages={pages} urlOf={(one) => urls.keptParts(kind, one)} />
    </Layout>
  );
}

function textOf({ body }: KeptPart, name: string): string {
  const value = body[name];
  return typeof value === "string" ? value : "";
}

function speakerOf({ body: { speaker } }: KeptPart): string {
  const isNamed = typeof speaker === "object" && speaker !== null && "name" in speaker;
  return isNamed && typeof speaker.name === "string" ? speaker.name : "";
}

function namesOf({ locale }: Page, { body: { names } }: KeptPart): string {
  const words = Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
}
