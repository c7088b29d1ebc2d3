import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { changePreferences } from "../../../../people/preferences.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { addChapter } from "../../../add-chapter.ts";
import { chapterFields, giveWork } from "../../../for-tests/give-work.ts";
import { releaseDue } from "../../../releases/release-due.ts";
import { findQueue, listReleases } from "../../../releases.ts";
import { listChapters } from "../../../works.ts";

describe("the pages where an author says when chapters come out", () => {
  let archive: TestArchive;
  let author: CastMember;
  let other: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    other = await archive.join("tessellate");
    await archive.database.write((writer) =>
      changePreferences(writer, author.member.accountId, { timeZone: "Europe/Berlin" }),
    );
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  async function workWithDraft() {
    const { workId } = await giveWork(archive, author, { expectedChapters: null });
    const chapterId = await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields(), Date.now()),
    );
    return { workId, chapterId, mine: { id: workId, mine: true } };
  }
  const page = async (path: string) => {
    const answer = await archive.get(path, author);
    return { status: answer.status, html: await answer.text() };
  };
  const year = new Date().getUTCFullYear() + 1;

  it("take a time by the author's own clock, show it with the clock's name, and let it be changed and cancelled", async () => {
    const { workId, chapterId, mine } = await workWithDraft();
    const form = await page(urls.chapterRelease(workId, chapterId));
    assert.match(form.html, /<option value="Europe\/Berlin" selected/);
    const plan = (date: string, zone = "Europe/Berlin") =>
      archive.send(
        urls.chapterRelease(workId, chapterId),
        { date, time: "18:00", "time-zone": zone },
        author,
      );
    assert.equal((await plan(`${year}-07-01`)).status, 303);
    const [release] = await listReleases(archive.database.reading, mine);
    assert.equal(release?.dueAt, Date.UTC(year, 6, 1, 16));
    assert.deepEqual(release?.announcement, { told: true, movesUp: true });
    for (const path of [
      urls.editWork(workId),
      urls.chapterRelease(workId, chapterId),
      urls.releasePlan(workId),
      urls.desk(),
    ])
      assert.match((await page(path)).html, /July 1, \d{4} at 6:00 PM, Central European Summer Time/, path);
    assert.equal((await plan(`${year}-12-01`, "Asia/Tokyo")).status, 303);
    assert.match((await page(urls.editWork(workId))).html, /6:00 PM, Japan Standard Time/);
    assert.equal((await archive.send(urls.chapterReleaseRemoval(workId, chapterId), {}, author)).status, 303);
    assert.deepEqual(await listReleases(archive.database.reading, mine), []);
  });

  it("explain an hour that never comes, and ask which is meant of one that comes twice", async () => {
    const { workId, chapterId, mine } = await workWithDraft();
    const plan = (date: string, more = {}) =>
      archive.send(
        urls.chapterRelease(workId, chapterId),
        { date, time: "02:30", "time-zone": "Europe/Berlin", ...more },
        author,
      );
    const lastSunday = (month: number) => {
      const last = new Date(Date.UTC(year, month, 31));
      return `${year}-${String(month + 1).padStart(2, "0")}-${31 - last.getUTCDay()}`;
    };
    const never = await plan(lastSunday(2));
    assert.equal(never.status, 422);
    assert.match(await never.text(), /put forward from 02:00 to 03:00/);
    const twice = await plan(lastSunday(9));
    assert.equal(twice.status, 422);
    const html = await twice.text();
    assert.match(html, /comes twice/);
    const choices = [...html.matchAll(/name="which" value="(\d+)"/g)].map(([, at]) => at ?? "");
    assert.equal(choices.length, 2);
    assert.match(html, /Central European Summer Time/);
    assert.match(html, /Central European Standard Time/);
    assert.equal((await plan(lastSunday(9), { which: choices[1] })).status, 303);
    assert.equal((await listReleases(archive.database.reading, mine))[0]?.dueAt, Number(choices[1]));
  });

  it("hand back what was typed when it cannot be read or has passed", async () => {
    const { workId, chapterId } = await workWithDraft();
    const refused = async (fields: Record<string, string>) => {
      const answer = await archive.send(urls.chapterRelease(workId, chapterId), fields, author);
      assert.equal(answer.status, 422);
      return answer.text();
    };
    const unread = await refused({ date: "soon", time: "noon", "time-zone": "Mars/Olympus" });
    for (const part of [
      'value="soon"',
      'value="noon"',
      "Choose a day",
      "Choose a time,",
      "Choose a time zone",
    ])
      assert.ok(unread.includes(part), part);
    assert.match(await refused({ date: "2001-02-03", time: "18:00", "time-zone": "UTC" }), /That has passed/);
  });

  it("keep a rhythm and the drafts in it, tell the next dates, pause and go on", async () => {
    const { workId, chapterId, mine } = await workWithDraft();
    const plan = (fields: Record<string, string | string[]>) =>
      archive.send(
        urls.releasePlan(workId),
        {
          rhythm: "weekdays",
          weekday: ["2", "5"],
          every: "7",
          date: "2030-01-01",
          time: "18:00",
          "time-zone": "Europe/Berlin",
          announcement: "asked",
          chapter: [chapterId],
          ...fields,
        },
        author,
      );
    assert.equal((await plan({})).status, 303);
    const queue = await findQueue(archive.database.reading, mine);
    assert.deepEqual(queue?.rhythm, { kind: "weekdays", days: [2, 5], hour: 18, minute: 0 });
    assert.deepEqual(queue?.announcement, { told: false, movesUp: false });
    assert.match(
      (await page(urls.releasePlan(workId))).html,
      /(?:Tuesday|Friday), [^<]* at 6:00 PM, Central European/,
    );
    assert.match((await page(urls.editWork(workId))).html, /in the queue/);
    await archive.send(urls.releasePause(workId), { queue: "pause" }, author);
    assert.match((await page(urls.releasePlan(workId))).html, /The queue is paused/);
    await archive.send(urls.releasePause(workId), { queue: "resume" }, author);
    assert.equal((await findQueue(archive.database.reading, mine))?.paused, false);
    const refused = await plan({ weekday: [], time: "late" });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /at least one day/);
    assert.equal((await plan({ rhythm: "days", every: "0" })).status, 422);
    assert.equal((await plan({ rhythm: "days", every: "3", chapter: [] })).status, 303);
    assert.deepEqual(await listReleases(archive.database.reading, mine), []);
  });

  it("tell the author on the desk what did not come out", async () => {
    const { workId } = await giveWork(archive, author, { title: "The Late One", expectedChapters: null });
    const chapterId = await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields({ story: "" }), Date.now()),
    );
    const due = { date: `${year}-01-02`, time: "18:00", "time-zone": "UTC" };
    await archive.send(urls.chapterRelease(workId, chapterId), due, author);
    await releaseDue(archive.database, Date.UTC(year, 0, 3), (_, cause) => assert.fail(String(cause)));
    const desk = await page(urls.desk());
    assert.match(desk.html, /This could not come out at its time/);
    assert.match(desk.html, /There is no story in it yet/);
    assert.match((await page(urls.chapterRelease(workId, chapterId))).html, /did not\. /);
    assert.equal((await listChapters(archive.database.reading, { id: workId, mine: false })).length, 1);
  });

  it("are there for nobody but the authors of the work", async () => {
    const { workId, chapterId } = await workWithDraft();
    for (const path of [urls.releasePlan(workId), urls.chapterRelease(workId, chapterId)]) {
      assert.equal((await archive.get(path, other)).status, 404);
      assert.equal((await archive.send(path, { date: "2030-01-01" }, other)).status, 404);
      assert.equal((await archive.get(path)).status, 303);
    }
    assert.equal((await archive.send(urls.chapterReleaseRemoval(workId, chapterId), {}, other)).status, 404);
    assert.equal((await archive.send(urls.releasePause(workId), {}, other)).status, 404);
  });
});
