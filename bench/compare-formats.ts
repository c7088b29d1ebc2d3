import { execFileSync } from "node:child_process";
import { applyDecisions } from "../src/importing/apply-decisions.ts";
import type { Decisions } from "../src/importing/finding.ts";
import { readImport } from "../src/importing/read-import.ts";
import { serialiseStory } from "../src/story-text/serialise.ts";
import { constructs, docxOf, odtOf, rtfOf } from "./construct-documents.ts";

/**
 * Construct by construct: what pandoc keeps of a document, and what the importer keeps. Each construct is a document
 * of its own; one sees in the HTML of both whether it is still there. pandoc runs with its defaults; where an option
 * of it would keep more, the remark says so.
 */

type Format = "docx" | "odt" | "rtf";

const remarks: Record<string, string> = {
  "tracked changes, said": "pandoc takes the new text silently; `--track-changes=all` (docx) keeps both",
  "comment, said and not published": "pandoc drops it silently; `--track-changes=all` (docx) keeps it",
};

/** The story as it comes out, with what the writer would be told about changes and comments. */
function ours(bytes: Uint8Array, format: Format): string {
  const reading = readImport(
    { bytes, fileName: `construct.${format}`, pastedAs: null },
    { abbreviations: [] },
  );
  if (reading.problem !== null) return `problem: ${reading.problem}`;
  const decisions: Decisions = {};
  const { story } = applyDecisions(reading, decisions);
  const said = reading.findings
    .filter(({ mustAnswer }) => mustAnswer)
    .map(({ becomes }) => `said: ${becomes ?? ""}`);
  return [serialiseStory(story), ...said].join("\n");
}

function theirs(bytes: Uint8Array, format: Format): string {
  try {
    return execFileSync("pandoc", ["-f", format, "-t", "html", "--wrap=none"], {
      input: bytes,
      stdio: ["pipe", "pipe", "ignore"],
    }).toString();
  } catch {
    return "pandoc failed";
  }
}

const version = execFileSync("pandoc", ["--version"]).toString().split("\n")[0];
const shown = process.argv.includes("--show");
console.log(`${version}\n`);
console.log(
  "| construct | docx: pandoc | docx: Pressie | odt: pandoc | odt: Pressie | rtf: pandoc | rtf: Pressie | |",
);
console.log("|---|:-:|:-:|:-:|:-:|:-:|:-:|---|");
let lost = 0;
for (const construct of constructs) {
  const documents: [Format, Uint8Array | null][] = [
    ["docx", construct.docx && docxOf(construct.docx)],
    ["odt", construct.odt && odtOf(construct.odt)],
    ["rtf", construct.rtf === null ? null : rtfOf(construct.rtf)],
  ];
  const cells = documents.flatMap(([format, bytes]) => {
    if (bytes === null) return ["", ""];
    const [pandoc, pressie] = [theirs(bytes, format), ours(bytes, format)];
    if (shown) console.error(`--- ${construct.name} ${format}\n${pandoc}\n>>>\n${pressie}`);
    if (construct.kept(pandoc) && !construct.kept(pressie)) lost++;
    return [construct.kept(pandoc) ? "yes" : "–", construct.kept(pressie) ? "yes" : "–"];
  });
  console.log(`| ${construct.name} | ${cells.join(" | ")} | ${remarks[construct.name] ?? ""} |`);
}
console.log(`\nRows that pandoc keeps and Pressie does not: ${lost}.`);
