import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseHtml } from "../../story-text/parse-html.ts";
import { textIn } from "../document/page-elements.ts";
import { pageParts } from "./page-parts.ts";

describe("a page's parts", () => {
  it("are its story without menus, wherever those stand, and the title of the page, not of a drawing", () => {
    const menus = "<nav>Home</nav><form>Search</form>Rain.<div><script>x</script>Fog.</div>".repeat(3000);
    const { title, leftOut, sections } = pageParts(
      parseHtml(`<svg><title>Logo</title></svg><title> </title><title>Tide</title>${menus}`),
    );
    assert.deepEqual([title, leftOut], ["Tide", 9001]);
    const words = sections.flatMap(({ nodes }) => nodes.map(textIn)).join("");
    assert.equal(words.replace(/\s|Tide/gu, ""), "Rain.Fog.".repeat(3000));
  });

  it("are what the page marks as its one story", () => {
    const page = "<div>Ads</div><article><p>Rain.</p><article>Fog.</article></article>";
    assert.equal(
      pageParts(parseHtml(page))
        .sections.flatMap(({ nodes }) => nodes.map(textIn))
        .join(""),
      "Rain.Fog.",
    );
  });
});
