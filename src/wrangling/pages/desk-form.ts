import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { FormValues } from "../../plumbing/http/form-values.ts";
import { listEveryTagKind } from "../../tags/change-tag-kinds.ts";
import { fandomKind } from "../../tags/tags.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { findNamed } from "../find-named.ts";
import { type QueueOrder, type QueueWish, queueOrders } from "../queue.ts";
import type { CataloguedTag, TagCatalogue } from "../tag-catalogue.ts";

/** What can be done with many tags at once. */
const bulkDeeds = ["merge", "canonical", "put-under", "settle", "media"] as const;
export type BulkDeed = (typeof bulkDeeds)[number];

/** The desk's address, read: which tags, and what of it cannot be read. */
export type DeskWish = { wish: QueueWish; query: DeskQuery; errors: FieldErrors };

/** The address's parts as typed; what is not there is undefined. */
export type DeskQuery = Record<"kind" | "fandom" | "order" | "name" | "after", string | undefined>;

/** Reads which tags are wanted. Whatever cannot be read is said, and left aside. */
export async function readDeskQuery(
  reader: Reader,
  catalogue: TagCatalogue,
  ask: (name: string) => string | undefined,
  t: Translate,
): Promise<DeskWish & { kinds: { id: string; name: string; plural: string }[] }> {
  const query: DeskQuery = {
    kind: ask("kind") || undefined,
    fandom: ask("fandom")?.trim() || undefined,
    order: ask("order") || undefined,
    name: ask("name")?.trim() || undefined,
    after: ask("after") || undefined,
  };
  const kinds = await listEveryTagKind(reader);
  const errors: FieldErrors = {};
  const fandom = query.fandom === undefined ? undefined : findDecided(catalogue, query.fandom);
  if (query.fandom !== undefined && !fandom)
    errors.fandom = t("No canonical fandom is called “{name}”.", { name: query.fandom });
  return {
    kinds,
    query,
    errors,
    wish: {
      kindId: kinds.find(({ id }) => id === query.kind)?.id ?? null,
      fandomId: fandom ? (fandom.synonymOf ?? fandom.id) : null,
      order: readOrder(query.order),
      typed: query.name ?? "",
      after: query.after ?? null,
    },
  };
}

function findDecided(catalogue: TagCatalogue, name: string): CataloguedTag | undefined {
  const found = findNamed(catalogue, fandomKind, foldName(name));
  return found && (found.canonical || found.synonymOf !== null) ? found : undefined;
}

function readOrder(typed: string | undefined): QueueOrder {
  return queueOrders.find((order) => order === typed) ?? "oldest";
}

/** One press beside a tag: what to do, with which tag, and with what. */
export type Press =
  | { act: "merge" | "put-under"; tag: string; other: string }
  | { act: "canonical" | "settle"; tag: string };

/** What the desk's form sent. */
export type SentDesk = {
  press: Press | null;
  ticked: string[];
  bulk: BulkDeed | null;
  name: string;
  make: boolean;
  media: string[];
  /** How each tag stood when the page was made. */
  seen: Map<string, string>;
};

/** More than a page has; a form that claims more is cut. */
const mostTicked = 200;

export function readDeskForm(form: FormValues): SentDesk {
  const ids = (name: string) => [...new Set(form.all(name))].filter(looksLikeId).slice(0, mostTicked);
  const seen = new Map(
    form.entries().flatMap(([name, value]): [string, string][] => {
      const id = /^seen-(.+)$/.exec(name)?.[1];
      return id !== undefined && looksLikeId(id) ? [[id, value]] : [];
    }),
  );
  return {
    press: readPress(form.text("press")),
    ticked: ids("tag"),
    bulk: bulkDeeds.find((deed) => deed === form.text("do")) ?? null,
    name: form.text("with"),
    make: form.has("make"),
    media: form.all("medium"),
    seen,
  };
}

function readPress(typed: string): Press | null {
  const [act, tag = "", other = ""] = typed.split(" ");
  if (!looksLikeId(tag)) return null;
  if ((act === "merge" || act === "put-under") && looksLikeId(other)) return { act, tag, other };
  return act === "canonical" || act === "settle" ? { act, tag } : null;
}
