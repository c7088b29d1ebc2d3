import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, it } from "node:test";
import { repository } from "./repository.ts";

/** Every file that writes letters, and what they may say to whom. Names and titles stand in none but by a finder for its reader. */
const letterWriters: Record<string, string> = {
  "src/people/send-reset-letter.ts":
    "a way to a new password, to the address of the account it was asked for; it names no work and nobody",
  "src/notices/mail/send-letters.ts":
    "what its receiver is told of and may see at the moment it is sent (write-letter.ts asks the finders for them anew)",
};

/** The one file that hands letters to the mail server or lays them into the outbox. */
const onlyPost = "src/plumbing/mail/post.ts";

describe("letters", () => {
  it("go through one place, and each file that writes them is known with what they may say", async () => {
    const folder = join(repository, "src");
    const writers: string[] = [];
    for (const entry of await readdir(folder, { recursive: true })) {
      if (!/\.tsx?$/.test(entry) || /\.test\.tsx?$/.test(entry)) continue;
      const path = relative(repository, join(folder, entry));
      const source = await readFile(join(folder, entry), "utf8");
      if (path !== onlyPost)
        assert.doesNotMatch(source, /from "nodemailer"/, `${path} sends past ${onlyPost}`);
      if (/\bpost\.send\(/.test(source)) writers.push(path);
    }
    assert.deepEqual(
      writers.sort(),
      Object.keys(letterWriters).sort(),
      "say in tests/letters.test.ts what this file's letters may say, and prove it in its own test",
    );
  });
});
