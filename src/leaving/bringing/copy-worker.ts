import { constants, platform, setPriority } from "node:os";
import { CopyRefused, type CopyTrouble } from "./copy-refused.ts";
import type { CopiedAccount, CopiedList, CopiedOriginal, CopiedRows, CopiedWork } from "./copy-shape.ts";
import { type PathOfBytes, type UnpackedCopy, unpackCopy } from "./unpack-copy.ts";

/** What a thread is asked about a copy that lies at a path. */
export type CopyQuestion =
  | { asks: "account" }
  | { asks: "rows"; list: CopiedList; from: number; most: number }
  | { asks: "work"; id: string }
  | { asks: "story"; workId: string; chapterId: string }
  | { asks: "earlier-story"; workId: string; chapterId: string; digest: string }
  | { asks: "originals" }
  | { asks: "statistics"; workId: string }
  | { asks: "bytes"; file: PathOfBytes; most: number }
  | { asks: "close" };
export type CopyTask = CopyQuestion & { path: string };

/** What it answers; refusals are said, because an error loses its kind between threads. */
export type CopyAnswer =
  | { answers: "refused"; trouble: CopyTrouble }
  | { answers: "missing" }
  | {
      answers: "account";
      account: CopiedAccount;
      workIds: readonly string[];
      counts: Record<CopiedList, number>;
    }
  | { answers: "rows"; list: CopiedList; rows: CopiedRows[CopiedList][] }
  | { answers: "work"; work: CopiedWork }
  | { answers: "story"; story: string | null }
  | { answers: "originals"; originals: CopiedOriginal[] }
  | { answers: "statistics"; counted: unknown }
  | { answers: "bytes"; bytes: Uint8Array | null }
  | { answers: "closed" };

// Pages come first: where a thread can have a priority of its own, which is on Linux, this one stands back.
if (platform() === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** Copies that were asked about and not closed yet, by their paths. */
const opened = new Map<string, Promise<UnpackedCopy>>();

/** Runs in a thread of its own pool (see open-copy.ts): what a copy says of itself may be a hundred megabytes. */
export default async function answerInThread(task: CopyTask): Promise<CopyAnswer> {
  try {
    return await answer(task);
  } catch (cause) {
    if (cause instanceof CopyRefused) return { answers: "refused", trouble: cause.trouble };
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return { answers: "missing" };
    throw cause;
  }
}

async function answer(task: CopyTask): Promise<CopyAnswer> {
  const { path } = task;
  if (task.asks === "close") {
    const copy = opened.get(path);
    opened.delete(path);
    await copy?.then((one) => one.close());
    return { answers: "closed" };
  }
  const copy = await open(path);
  switch (task.asks) {
    case "account": {
      const { account, workIds } = copy;
      return { answers: "account", account, workIds, counts: await copy.counts() };
    }
    case "rows": {
      const { list, from, most } = task;
      return { answers: "rows", list, rows: await copy.rows(list, from, most) };
    }
    case "work":
      return { answers: "work", work: await copy.work(task.id) };
    case "story":
      return { answers: "story", story: await copy.story(task.workId, task.chapterId) };
    case "earlier-story": {
      const { workId, chapterId, digest } = task;
      return { answers: "story", story: await copy.earlierStory(workId, chapterId, digest) };
    }
    case "originals":
      return { answers: "originals", originals: await copy.originals() };
    case "statistics":
      return { answers: "statistics", counted: await copy.statistics(task.workId) };
    case "bytes":
      return { answers: "bytes", bytes: await copy.bytes(task.file, task.most) };
  }
}

async function open(path: string): Promise<UnpackedCopy> {
  const known = opened.get(path);
  if (known) return known;
  const opening = unpackCopy(path);
  opened.set(path, opening);
  try {
    return await opening;
  } catch (cause) {
    opened.delete(path);
    throw cause;
  }
}
