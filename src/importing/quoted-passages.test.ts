import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { found, readingOf } from "./for-tests/reading-of.ts";

const header = "Title: Fog\nAuthor: wren_h\nItalics = Thoughts\n\nIt began at noon.\n\n";
const of = (prose: string) => readingOf(header + prose);
const thoughts = (prose: string) => found(of(prose), "thought");
const unsure = (prose: string) => found(of(prose), "thought-or-speech");
const repairs = (prose: string) => found(of(prose), "quote-repair");

describe("single-quoted passages under “Italics = Thoughts”", () => {
  for (const prose of [
    "‘Come in,’ he said, rather quickly.",
    "‘Come in!’ Mina called down the stairs.",
    "Holmes gestured at the chair. ‘Sit,’ he very nearly barked.",
    "‘It is you.’ She laughed.",
    "‘Who is there?’ whispered the old woman at the door.",
    "‘You ought to rest,’ Mrs. Hudson scolded him gently.",
    "‘And yet,’ he very slowly began, ‘it moves.’",
    "She turned to him and said quietly, ‘Come in.’",
    "‘Never!’ she all but snarled.",
    "‘So I see,’ came the dry reply.",
    "‘Well, well.’ Her voice was low.",
    "‘What colour?’ enquired the Hatter. ‘Grey,’ Alice apologised.",
    "‘Nobody,’ Jonathan emphasized.",
  ]) {
    it(`are left alone as speech: ${prose}`, () => {
      assert.deepEqual([...thoughts(prose), ...unsure(prose)], []);
    });
  }

  for (const [prose, thought] of [
    ["‘It cannot be,’ he thought.", "‘It cannot be,’"],
    ["‘Where can she be?’ Mina wondered.", "‘Where can she be?’"],
    ["‘Where can she be?’ she silently asked.", "‘Where can she be?’"],
    ["‘Let me sleep.’ The words rang in his head.", "‘Let me sleep.’"],
    ["‘Don’t look.’ He kept his thought to himself.", "‘Don’t look.’"],
    ["‘Fool,’ she told herself.", "‘Fool,’"],
    ["‘Never again.’ It was a silent promise.", "‘Never again.’"],
    ["He thought bitterly, ‘It is always the same.’", "‘It is always the same.’"],
    ["Inside his head a voice screamed: ‘Run while you can.’", "‘Run while you can.’"],
    ["‘It isn’t fair,’ Mina mentally added.", "‘It isn’t fair,’"],
    ["‘Idiot,’ he muttered to himself.", null],
    ["‘I knew it,’ Holmes mused inwardly.", "‘I knew it,’"],
  ] as const) {
    it(`are proposed, or asked about, as thoughts: ${prose}`, () => {
      if (thought !== null) assert.deepEqual(thoughts(prose), [`proposed: ${thought}`]);
      else assert.equal([...thoughts(prose), ...unsure(prose)].length, 1);
    });
  }

  for (const prose of [
    "She called it ‘The Room,’ and never went in.",
    "He had read ‘The Speckled Band.’ It was no help.",
    "The song was ‘Champagne Charlie’, and they all knew it.",
    "So much for ‘friends.’",
    "The ‘ghost’ had left its boots behind.",
    "His so-called ‘Method.’ It had failed again.",
    "A sign said ‘No Entry.’ They went in.",
    "The word ‘Never’ stood on the wall.",
  ]) {
    it(`are not scare quotes or titles: ${prose}`, () => {
      assert.deepEqual([...thoughts(prose), ...unsure(prose)], []);
    });
  }

  for (const prose of [
    "‘Tis late, and ‘twas later yesterday.",
    "The dogs’ bowls and the ladies’ hats were gone, and James’ boots too.",
    "“She said ‘Go.’ I went,” he said.",
    "Rock ’n’ roll; ‘em all; ‘cause he could; the summer of ‘98.",
  ]) {
    it(`do not begin in contractions and possessives: ${prose}`, () => {
      assert.deepEqual([...thoughts(prose), ...unsure(prose), ...repairs(prose)], []);
    });
  }
});

describe("quotation marks that do not match", () => {
  for (const [prose, wanted] of [
    ['“Come in," he said.', '“Come in,"'],
    ['"Come in,” he said.', '"Come in,”'],
    ["‘Come in,' he said.", "‘Come in,'"],
    ["'Come in,’ he said.", "'Come in,’"],
    ["“She said, ‘Go,' and I went.”", "‘Go,'"],
    ['“She said, ‘Go,’ and I went." He sat down.', '“She said, ‘Go,’ and I went."'],
    ['‘He shouted “Go!" and I went.’', '“Go!"'],
    ["‘The dogs' owner is late,' said Alice.", "‘The dogs' owner is late,'"],
  ] as const) {
    it(`are proposed to be mended: ${prose}`, () => {
      assert.deepEqual(repairs(prose), [`proposed: ${wanted}`]);
    });
  }

  for (const prose of [
    "“First he ran.",
    "“One,” she said. “Two,” and then: “three.”",
    "'Straight,' he said. \"Both ways,\" said she.",
    "It was 5' 10\" tall, and the ladder 6' 2\".",
  ]) {
    it(`are not seen where they match: ${prose}`, () => {
      assert.deepEqual(repairs(prose), []);
    });
  }
});
