import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { changeSettings } from "../src/plumbing/settings/settings.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

/** Ten thousand addresses, each answered with a page. In a file of its own: it takes a minute or two. */
describe("the finding page", () => {
  let archive: TestArchive;
  let author: CastMember;
  let ids: string[];

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    await archive.database.write((writer) => changeSettings(writer, { worksPerPage: 5 }, Date.now()));
    for (let number = 1; number <= 7; number++)
      await giveWork(archive, author, {
        title: `Open ${number}`,
        visibility: number === 7 ? "members" : "everyone",
        gifts: [{ name: number % 2 === 0 ? "Tamsin" : "Inky", addressedAs: "" }],
        series: number < 4 ? { title: "The Lantern Keepers", number: null } : null,
        tags: [
          { kindId: "fandom", name: "Dracula", weight: number === 1 ? "mention" : "main" },
          { kindId: "character", name: `Guest ${number}` },
        ],
      });
    await archive.textIndex.learnMissing();
    const rows = await archive.database.reading.selectFrom("tags").select("id").execute();
    const recipients = await archive.database.reading
      .selectFrom("work_gifts")
      .select("recipient_id as id")
      .distinct()
      .execute();
    const series = await archive.database.reading.selectFrom("series").select("id").execute();
    ids = [...recipients, ...series, ...rows].map(({ id }) => id);
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  /** Any parts of an address, known and unknown, with values that mean something and values that do not. */
  const anyQuery = () => {
    const names =
      "with main mention any without not-mention rating not-rating warning not-warning category language writer gift-to series gift-to-name series-name complete pictures audio crossovers pairing words words-from chapters posted posted-to posted-last updated updated-last text sort order seed q after before more typed page x".split(
        " ",
      );
    const value = fc.oneof(
      fc.constantFrom(
        ...ids.slice(0, 8),
        ..."yes no any random relevance kudos hits words title -1 0 99999999999999999999 1e9 2026-13 2w 0d 99999y 5k..40k .. . _ underage_no teen.mature en zz-!! tag:fandom tag:x 0000000000.5 0000000000~x %00 ' \" ( ) -".split(
          " ",
        ),
      ),
      fc.constantFrom(
        'fandom:"Dracula',
        "fandom:Dracla",
        "(a OR b",
        "guest",
        "-guest words:x",
        "__proto__",
        "%",
        ...['"word word"', 'word "', "wo* *", "text:word -text:x", "main:dracula -mention:guest", "猫 ไฟ"],
        ...["gift:tamsin series:keepers", 'gift:"', "audio:perhaps pictures:yes", "tag:dracula=main=main"],
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    return fc.array(
      fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, fc.string()), value),
      { maxLength: 5 },
    );
  };

  // Each test has its own time; together they are ten thousand.
  for (const fifth of [1, 2, 3, 4, 5])
    it(`never breaks, whatever is asked (${fifth} of 5)`, async () => {
      await fc.assert(
        fc.asyncProperty(anyQuery(), fc.boolean(), async (parts, signedIn) => {
          const path = urls.works(String(new URLSearchParams(parts)));
          const answer = await archive.get(path, signedIn ? author : null);
          assert.ok([200, 303].includes(answer.status), `${answer.status} ${path}`);
          // Where it leads to has the shape of any other address: a few are enough.
          if (answer.status === 303 && parts.length > 3) {
            const next = await archive.get(answer.headers.get("location") ?? "", signedIn ? author : null);
            assert.equal(next.status, 200, `leads on from ${path}`);
          }
        }),
        { numRuns: process.env.PRESSIE_TEST_POSTGRES ? 100 : 2_000 },
      );
    });

  it("takes what is no address at all", async () => {
    for (const raw of [
      "?%",
      "?q=%ff",
      "?=&&==",
      `?q=${"(".repeat(9_000)}`,
      `?${"any=0000000000&".repeat(900)}`,
      "?with=%00.%00",
    ])
      assert.ok([200, 303].includes((await archive.get(`/works${raw}`)).status), raw.slice(0, 40));
  });
});
