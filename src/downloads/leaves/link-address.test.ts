import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { linkAddress } from "./link-address.ts";

describe("the address of a link in a book", () => {
  it("leaves a plain address as it is", () => {
    for (const address of [
      "https://example.org/a/b?c=d&e=f#g",
      "mailto:jo@example.org?subject=Hi%20there",
      "#chapter-2",
      "title.xhtml",
    ])
      assert.equal(linkAddress(address), address);
  });

  it("encodes what RFC 3986 does not allow", () => {
    assert.equal(
      linkAddress("https://example.org/[x]|y^z?q={1}#a#b"),
      "https://example.org/%5Bx%5D%7Cy%5Ez?q=%7B1%7D#a%23b",
    );
    assert.equal(linkAddress("https://example.org/50%"), "https://example.org/50%25");
    assert.equal(
      linkAddress("https://пример.example/соль"),
      "https://xn--e1afmkfd.example/%D1%81%D0%BE%D0%BB%D1%8C",
    );
  });

  it("has none for what is not followed from a book", () => {
    for (const address of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "https://",
      "https://*.example.org/",
      "https://a..b/",
      "not an address",
      "",
    ])
      assert.equal(linkAddress(address), null, address);
  });
});
