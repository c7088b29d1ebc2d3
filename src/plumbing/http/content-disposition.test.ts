import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { attachment } from "./content-disposition.ts";

describe("the Content-Disposition of a download", () => {
  it("gives the name twice: plainly, and for any script", () => {
    assert.equal(
      attachment("Café – it’s.epub"),
      "attachment; filename=\"Cafe  its.epub\"; filename*=UTF-8''Caf%C3%A9%20%E2%80%93%20it%E2%80%99s.epub",
    );
  });

  it("has a plain name even when no letter of the title is ASCII", () => {
    assert.equal(
      attachment("鏡.epub"),
      "attachment; filename=\"story.epub\"; filename*=UTF-8''%E9%8F%A1.epub",
    );
  });

  it("cannot be broken out of", () => {
    const value = attachment("a\"; filename=evil.exe\r\nSet-Cookie: x'(*)\ud800.txt");
    assert.match(value, /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
    assert.doesNotThrow(() => new Headers({ "content-disposition": value }));
  });
});
