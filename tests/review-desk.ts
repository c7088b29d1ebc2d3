import assert from "node:assert/strict";
import { urls } from "../src/vocabulary/urls.ts";
import type { CastMember, Fields, TestArchive } from "./archive.ts";
import { formIn } from "./form-in.ts";

/** A review's page, and its form as a browser would send it back untouched. */
export type OpenedReview = { html: string; form: Record<string, string | string[]> };

/** Brings a file in. @returns the path of its review */
export async function bringIn(
  archive: TestArchive,
  as: CastMember,
  bytes: Uint8Array<ArrayBuffer> | string,
  name: string,
  more: Fields = {},
): Promise<string> {
  const answer = await archive.send(urls.imports(), { ...more, file: new File([bytes], name) }, as);
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get("location") ?? "";
}

/** Opens a review once its story has been read. */
export async function openReview(archive: TestArchive, as: CastMember, path: string): Promise<OpenedReview> {
  const html = await readPage(archive, as, path);
  return { html, form: formIn(html, path) };
}

/** What an import's address shows once its story has been read. */
export async function readPage(archive: TestArchive, as: CastMember, path: string): Promise<string> {
  await archive.importer.jobs.settled();
  const answer = await archive.get(path, as);
  assert.equal(answer.status, 200, path);
  return answer.text();
}

/** Presses one of the review's buttons. */
export function press(
  archive: TestArchive,
  as: CastMember | null,
  path: string,
  button: "show" | "save" | `chapter:${string}`,
  form: Fields,
): Promise<Response> {
  // biome-ignore lint/suspicious/noThenProperty: the name the buttons have
  return archive.send(path, { ...form, then: button }, as);
}
