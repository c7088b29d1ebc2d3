/**
 * Who may import whom (ARCHITECTURE.md): only downward, or within one's own folder; of another room only
 * files lying directly in it; edge rooms never import each other; vocabulary imports nothing of ours.
 */
const core = ["works", "tags", "people"];
const edge = [
  "search",
  "wrangling",
  "comments",
  "reading",
  "downloads",
  "ereaders",
  "importing",
  "notices",
  "beta",
  "mirroring",
  "moderation",
  "admin",
  "leaving",
];
const ground = ["story-text", "ui", "plumbing"];

const room = (names) => `^src/(${names.join("|")})/`;
const never = (name, from, to, comment) => ({ name, severity: "error", comment, from: { path: from }, to });

/** The rooms below each room, in the order people ← tags ← works and ui over plumbing. */
const upward = [
  [room(["works"]), room(edge)],
  [room(["tags"]), room([...edge, "works"])],
  [room(["people"]), room([...edge, "works", "tags"])],
  [room(ground), room([...edge, ...core])],
  [room(["plumbing"]), room(["ui", "story-text"])],
  [room(["story-text"]), room(["ui", "plumbing"])],
];

export default {
  forbidden: [
    ...upward.map(([from, path], index) =>
      never(`only-downward-${index + 1}`, from, { path }, "A room imports only rooms below it."),
    ),
    ...edge.map((name) =>
      never(
        `edge-rooms-apart-${name}`,
        `^src/${name}/`,
        { path: room(edge.filter((other) => other !== name)) },
        "Edge features use the core, never each other.",
      ),
    ),
    ...[...edge, ...core, "ui", "story-text"].map((name) =>
      never(
        `private-folders-${name}`,
        `^(src/(?!${name}/)|seeds/)`,
        { path: `^src/${name}/[^/]+/`, pathNot: "^src/(ui/locales|[a-z-]+/pages|[a-z-]+/for-tests)/" },
        "Of another room only files lying directly in its folder; its sub-folders are private.",
      ),
    ),
    ...[...edge, ...core].map((name) =>
      never(
        `private-pages-${name}`,
        `^src/(?!${name}/|app\\.ts|open-archive\\.ts|catalogue-sources\\.ts)`,
        { path: `^src/${name}/pages/` },
        "Pages are for their own room, and for app.ts, which lists every URL.",
      ),
    ),
    never(
      "vocabulary-imports-nothing",
      "^src/vocabulary/",
      { path: "^(src/(?!vocabulary/)|node_modules/|migrations/|seeds/)" },
      "The vocabulary is words; words need nothing.",
    ),
    never(
      "nothing-imports-the-top",
      "^src/(?!cli/)[a-z-]+/",
      { path: "^(src/[^/]+$|src/cli/)" },
      "The commands, main, app, tasks, reactions and config are the roof.",
    ),
    never("no-circles", "^src/", { circular: true }, "What needs itself cannot be understood alone."),
    never(
      "tests-stay-outside",
      "^(src|migrations|seeds)/.*(?<!\\.test)\\.tsx?$",
      { path: "^tests/" },
      "The archive does not know its tests.",
    ),
    never(
      "for-tests-only",
      "^(src|migrations|seeds)/(?!.*/for-tests/).*(?<!\\.test)\\.tsx?$",
      { path: "/for-tests/" },
      "What tests are made of is for tests, those of other rooms too.",
    ),
    never(
      "known-packages",
      "^(src|migrations|seeds)/(?!.*/for-tests/).*(?<!\\.test)\\.tsx?$",
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
      "What runs is in dependencies.",
    ),
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    extraExtensionsToScan: [],
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
