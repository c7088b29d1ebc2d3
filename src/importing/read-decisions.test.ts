import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countUnanswered, decisionsFor, readDecisions } from "./read-decisions.ts";
import type { ReviewFinding } from "./review-finding.ts";

function finding(id: string, was: string, more: Partial<ReviewFinding> = {}): ReviewFinding {
  return {
    id,
    was,
    kind: "thought",
    state: "proposed",
    where: null,
    becomes: null,
    reasons: [],
    count: 1,
    decidable: true,
    place: null,
    placeInFile: null,
    ...more,
  };
}

const thoughts = [finding("a", "Oh"), finding("b", "Oh"), finding("c", "No"), finding("d", "Well")];
const decide = (fields: Record<string, string>, before = {}) =>
  readDecisions(Object.entries(fields), thoughts, before);

describe("the decisions of a review form", () => {
  it("are each finding's own", () => {
    assert.deepEqual(decide({ "decide-a": "accept", "decide-b": "keep" }), { a: "accept" });
  });

  it("are given to all of a group, and to the same words, unless one was changed", () => {
    assert.deepEqual(decide({ "decide-all-proposed-thought": "accept", "decide-c": "keep" }), {
      a: "accept",
      b: "accept",
      c: "accept",
      d: "accept",
    });
    assert.deepEqual(decide({ "decide-all-proposed-thought-1": "accept" }), { a: "accept", b: "accept" });
    const before = { a: "accept", b: "accept" } as const;
    assert.deepEqual(
      decide({ "decide-all-proposed-thought": "accept", "decide-a": "keep", "decide-b": "accept" }, before),
      { a: "keep", b: "accept", c: "accept", d: "accept" },
    );
  });

  it("are kept when they leave all as it is: it need not be asked again", () => {
    const left = { a: "keep", b: "keep", c: "keep", d: "keep" } as const;
    assert.deepEqual(decide({ "decide-all-proposed-thought": "keep" }), left);
    assert.deepEqual(decide({}, left), left);
  });

  it("cannot bring an address back that is kept privately", () => {
    assert.deepEqual(decisionsFor(finding("e", "jo@example.org", { kind: "contact", state: "applied" })), []);
  });

  it("stay as they were where the form says nothing or nonsense", () => {
    assert.deepEqual(decide({ "decide-c": "undo", "decide-d": "explode" }, { a: "accept" }), { a: "accept" });
  });
});

describe("what must be answered", () => {
  const insertion = finding("i", "salt", {
    kind: "tracked-insertion",
    state: "unsure",
    mustAnswer: true,
    decidable: false,
  });
  const comment = finding("c", "sea", { kind: "comment", state: "unsure", mustAnswer: true });

  it("is accepted or rejected; a comment can only be left out (T76)", () => {
    assert.deepEqual(decisionsFor(insertion), ["accept", "reject"]);
    assert.deepEqual(decisionsFor(comment), ["accept"]);
    const sent: [string, string][] = [
      ["decide-i", "reject"],
      ["decide-c", "reject"],
    ];
    assert.deepEqual(readDecisions(sent, [insertion, comment], {}), { i: "reject" });
  });

  it("waits until somebody has answered it", () => {
    assert.equal(countUnanswered([insertion, comment, ...thoughts], {}), 2);
    assert.equal(countUnanswered([insertion, comment, ...thoughts], { i: "reject", c: "accept" }), 0);
  });
});
