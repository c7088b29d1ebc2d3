import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readingOf } from "./for-tests/reading-of.ts";
import { decideByHabit, habitsOf, type KeptDecision, keptDecisions } from "./kept-decisions.ts";

const answer = (was: string | null, decision: KeptDecision["decision"]): KeptDecision => ({
  kind: "scene-break-words",
  state: "proposed",
  was,
  decision,
});

const text = "She ran, and ran.\n\n[LINE BREAK]\n\nShe ran on.\n\n--scene change--\n\nShe fell.\n";

describe("the answers kept with a work", () => {
  it("are those of every sort that was answered at all, with the ones left as they were", () => {
    assert.deepEqual(keptDecisions(readingOf(text), { "scene-break-words-1": "accept" }), [
      answer("[LINE BREAK]", "accept"),
      answer("--scene change--", "keep"),
    ]);
    assert.deepEqual(keptDecisions(readingOf(text), {}), []);
  });

  it("name nobody", () => {
    const reading = readingOf(
      "Title: Fog\nAuthor: Wren\nE-mail: wren@example.org\n\nShe ran.\n\nShe ran on.\n",
    );
    const contact = reading.findings.find(({ kind }) => kind === "contact");
    assert.ok(contact);
    const kept = keptDecisions(reading, { [contact.id]: "undo" });
    assert.deepEqual(kept, [], "an address is not even asked about");
  });
});

describe("the habits of a writer", () => {
  it("are what was answered alike, for all of a sort or for the same words", () => {
    const alike = habitsOf([[answer("a", "accept"), answer("b", "accept")]]);
    assert.deepEqual(alike.bySort, { "scene-break-words proposed": "accept" });
    const mixed = habitsOf([[answer("a", "accept"), answer("a", "accept"), answer("b", "keep")]]);
    assert.deepEqual(mixed.bySort, {});
    assert.deepEqual(mixed.bySign, {
      "scene-break-words proposed a": "accept",
      "scene-break-words proposed b": "keep",
    });
  });

  it("follow the newest import", () => {
    const habits = habitsOf([[answer("a", "keep")], [answer("a", "accept"), answer("c", "accept")]]);
    assert.deepEqual(habits.bySort, { "scene-break-words proposed": "keep" });
    assert.equal(habits.bySign["scene-break-words proposed c"], "accept");
  });

  it("decide in the next file, and say so", () => {
    const reading = readingOf(text);
    const decisions = decideByHabit(
      reading,
      habitsOf([keptDecisions(reading, { "scene-break-words-1": "accept" })]),
    );
    assert.deepEqual(decisions, { "scene-break-words-1": "accept" });
    const [first, second] = reading.findings.filter(({ kind }) => kind === "scene-break-words");
    assert.ok(first?.reasons.some(({ why }) => why === "answered-before"));
    assert.ok(!second?.reasons.some(({ why }) => why === "answered-before"));
  });
});
