import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idFromName } from "./id-from-name.ts";
import { looksLikeId } from "./ids.ts";

describe("the id of a row in an owner's list", () => {
  it("is spelled from the name", () => {
    assert.equal(idFromName("Graphic violence", new Set()), "graphic-violence");
    assert.equal(idFromName("  Été & F/M! ", new Set()), "ete-f-m");
  });

  it("takes the first free number", () => {
    assert.equal(idFromName("Teen", new Set(["teen", "teen-2"])), "teen-3");
  });

  it("is random for a name in another script", () => {
    const id = idFromName("暴力", new Set());
    assert.ok(looksLikeId(id), id);
  });
});
