import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileRead, storyIn } from "../for-tests/file-reading.ts";
import { parseMarkdown } from "./parse-markdown.ts";

const kinds = (text: string) => parseMarkdown(text).tree.children.map(({ type }) => type);
/** More than is read in one part. */
const pages = "The *tide* came in.\n\n".repeat(2000);

describe("a Markdown text of many parts", () => {
  it("is cut in no list, code or HTML", () => {
    const parts = [
      `- one\n\n  ${"more\n\n  ".repeat(2000)}end\n\n`,
      `  ~~~\n${"She said nothing.\n\n".repeat(2000)}~~~\n`,
      `<!-- ${"not yet\n\n".repeat(4000)}-->\n\n`,
    ];
    assert.deepEqual(kinds(parts.join("A line.\n\n")), ["list", "paragraph", "code", "paragraph", "html"]);
    assert.equal(parseMarkdown(parts.join("A line.\n\n")).cut, 0);
  });

  it("keeps the indent of code that goes on after a part", () => {
    const [code] = parseMarkdown(`  ~~~\n    in\n\n${pages}`).tree.children;
    assert.match(code?.type === "code" ? code.value : "", /^ {2}in\n/u);
  });

  it("ties links and notes to what other parts define", () => {
    const { tree, cut } = parseMarkdown(`[Fog] and[^1].\n\n${pages}[fog]: /fog\n\n[^1]: A note.\n`);
    const [first] = tree.children;
    assert.deepEqual(first?.type === "paragraph" ? first.children.map(({ type }) => type) : [], [
      "linkReference",
      "text",
      "footnoteReference",
      "text",
    ]);
    assert.deepEqual(
      tree.children.slice(-2).map(({ type }) => type),
      ["definition", "footnoteDefinition"],
    );
    assert.equal(cut, 0);
  });

  it("keeps the ornaments of scene breaks in every part", () => {
    const story = storyIn(fileRead(`${pages}* * *\n\nEnd.\n`, "tide.md").reading);
    assert.match(story, /data-ornament="\* \* \*">\n<p>End\.<\/p>$/u);
  });
});

describe("a hostile Markdown text", () => {
  it("is cut where a list, table or paragraph goes on for longer than any story's", () => {
    for (const unit of ["- a\n", "|a|\n", "> a\n", "_a*b_\n", "```\na\n```\n"]) {
      const { tree, cut } = parseMarkdown(unit.repeat(8000));
      assert.ok(cut > 0 && tree.children.length > 1, unit);
    }
    assert.equal(parseMarkdown("- a\n".repeat(1000)).cut, 0);
  });

  it("is read as plain lines where the grammar could not follow, and the writer is told", () => {
    const { reading } = fileRead(`Rain.\n\n${"](".repeat(20_000)}\n\nFog.\n`, "tide.md");
    assert.ok(storyIn(reading).includes("](](]("));
    assert.equal(reading.findings.find(({ kind }) => kind === "read-in-parts")?.count, 1);
    const { tree, cut } = parseMarkdown("**".repeat(3000).concat("\n\n").repeat(60));
    assert.ok(cut > 0 && tree.children.length >= 60);
  });
});
