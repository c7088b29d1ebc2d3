import { StoryTooDeep, StoryTooLarge } from "../../story-text/story-refused.ts";
import { macRoman } from "./codepages.ts";
import { nowhere } from "./destination.ts";
import { enterDestination } from "./destinations.ts";
import { outermostGroup, type RtfGroup } from "./group.ts";
import { wordOfUnit, wordsOfBytes } from "./read-bytes.ts";
import { RtfParts } from "./rtf-parts.ts";
import { characterOfSymbol, characterOfWord } from "./special-characters.ts";
import { TextFlow } from "./text-flow.ts";
import { RtfTokens } from "./tokens.ts";

/** Word opens about twenty groups at once; a file with more than this was made to break its reader. */
const deepestGroup = 256;
/** Formats switched on and off without words cost memory too. */
const mostPieces = 20_000_000;

const codepages: Record<string, number> = { ansi: 1252, mac: macRoman, pc: 437, pca: 850 };

/** A file's text and all that was said beside it. */
export interface RtfFile {
  flow: TextFlow;
  parts: RtfParts;
  /** The paragraph that was not ended. */
  last: RtfGroup;
  /** The file ends before its groups do. */
  isCutShort: boolean;
}

/**
 * Follows an RTF file from beginning to end (RTF 1.9.1, “Conventions of an RTF reader”): groups are a stack, nothing
 * recurses, and words of an unknown kind mean nothing.
 *
 * @throws {StoryTooDeep} @throws {StoryTooLarge}
 */
export function interpretRtf(bytes: Uint8Array): RtfFile {
  const parts = new RtfParts();
  const flow = new TextFlow(parts);
  const reader = new RtfReader(bytes, parts, outermostGroup(flow));
  reader.read();
  return { flow, parts, last: reader.group, isCutShort: reader.isCutShort };
}

class RtfReader {
  group: RtfGroup;
  isCutShort = true;
  readonly #bytes: Uint8Array;
  readonly #parts: RtfParts;
  readonly #outer: RtfGroup[] = [];
  /** Bytes of text that may go on: half a character may be text and the other half an escape. */
  #pending: number[] = [];
  /** Characters still to be passed over behind a `\u`. */
  #fallback = 0;
  /** `\*` was the last piece: the group is passed over when its word is not known. */
  #isOptional = false;

  constructor(bytes: Uint8Array, parts: RtfParts, group: RtfGroup) {
    this.#bytes = bytes;
    this.#parts = parts;
    this.group = group;
  }

  read(): void {
    const tokens = new RtfTokens(this.#bytes);
    let pieces = 0;
    for (let token = tokens.next(); token !== null; token = tokens.next()) {
      if (++pieces > mostPieces) throw new StoryTooLarge(mostPieces);
      if (token.kind === "text") this.#text(token.from, token.to);
      else if (token.kind === "byte") this.#byte(token.value);
      else {
        this.#flush();
        if (token.kind === "open") this.#open();
        else if (token.kind === "close") {
          this.#close();
          if (this.#outer.length === 0) break;
        } else if (token.kind === "word") this.#word(token.word, token.parameter);
        else if (token.kind === "symbol") this.#symbol(token.symbol);
        else if (this.#fallback > 0) this.#fallback--;
        else this.group.destination.binary?.(this.#bytes.subarray(token.from, token.to));
      }
    }
    this.#flush();
    this.isCutShort = this.#outer.length > 0;
    while (this.#outer.length > 1) this.#close();
  }

  #open(): void {
    if (this.#outer.length >= deepestGroup) throw new StoryTooDeep(deepestGroup);
    this.#outer.push(this.group);
    this.group = { ...this.group };
    this.group.destination.opened?.();
    this.#fallback = 0;
    this.#isOptional = false;
  }

  #close(): void {
    const outer = this.#outer.pop();
    if (outer === undefined) return;
    const { destination } = this.group;
    // The file's own group is not closed into the one around it: its paragraph may not be ended yet.
    if (this.#outer.length > 0) this.group = outer;
    // What only goes back to the text around it (a field's result, Unicode's version) does not end that text.
    if (destination !== outer.destination && destination !== outer.flow) destination.ended?.(outer);
    this.#fallback = 0;
    this.#isOptional = false;
  }

  #word(word: string, parameter: number | null): void {
    if (this.#fallback > 0 && word !== "u" && word !== "uc") {
      this.#fallback--;
      return;
    }
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    if (enterDestination(word, this.group, this.#parts)) return;
    if (isOptional) {
      this.group.destination = nowhere;
      return;
    }
    const character = characterOfWord(word);
    if (character !== null) this.#say(character);
    else if (word === "u") {
      this.#say(wordOfUnit(parameter ?? 0, this.group, this.#parts));
      this.#fallback = this.group.fallbackLength;
    } else if (word === "uc") this.group.fallbackLength = Math.max(0, parameter ?? 1);
    else if (word === "ansicpg" && parameter !== null)
      this.#parts.codepage = parameter || this.#parts.codepage;
    else if (Object.hasOwn(codepages, word)) {
      this.#parts.codepage = codepages[word] ?? this.#parts.codepage;
      this.#parts.isMac = word === "mac";
    } else this.group.destination.word(word, parameter, this.group);
  }

  #symbol(symbol: string): void {
    if (symbol === "*") this.#isOptional = true;
    else if (this.#fallback > 0) this.#fallback--;
    else if (symbol === "\n" || symbol === "\r") this.group.destination.word("par", null, this.group);
    else {
      const character = characterOfSymbol(symbol);
      if (character !== null) this.#say(character);
    }
  }

  #text(from: number, to: number): void {
    const skipped = Math.min(this.#fallback, to - from);
    this.#fallback -= skipped;
    if (this.group.destination === nowhere) return;
    for (let at = from + skipped; at < to; at++) this.#pending.push(this.#bytes[at] ?? 0);
  }

  #byte(value: number): void {
    if (this.#fallback > 0) this.#fallback--;
    else this.#pending.push(value);
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const words = wordsOfBytes(Uint8Array.from(this.#pending), this.group, this.#parts);
    this.#pending = [];
    this.#say(words);
  }

  #say(words: string): void {
    this.#isOptional = false;
    this.group.destination.text(words, this.group);
  }
}
