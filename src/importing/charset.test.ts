import assert from "node:assert/strict";
import { describe, it } from "node:test";
import iconv from "iconv-lite";
import { decodeText } from "./charset.ts";

const english =
  "“It won’t do,” said Mina — and the café door fell shut. “You’ll see…”\r\rShe’d a naïve way of waiting, Renée thought; ‘as if the sea itself were late.’";
const japanese =
  "霧は昼前に川から上がってきた。三時には通りのランプがすべて灯っていた。\r\n「もう帰ろう」とミナは言った。ホームズは朝食のあと一言も話していない。";
const russian =
  "Туман поднялся с реки ещё до полудня, и к трём часам на улице зажгли фонари.\n— Пойдём домой, — сказала Мина. Он не ответил.\nХолмс молчал с самого завтрака, а я давно бросил газету.";

describe("text from before UTF-8", () => {
  for (const [charset, text] of [
    ["macintosh", english],
    ["windows-1252", english],
    ["shift_jis", japanese],
    ["euc-jp", japanese],
    // It has no dash of its own; its writers typed two hyphens.
    ["koi8-r", russian.replaceAll("—", "--")],
    ["windows-1251", russian],
    ["windows-1251", "Он не ответил."],
    ["windows-1250", "Ťažký deň, řekl příliš žluťoučký kůň."],
  ] as const) {
    it(`is read as it was written in ${charset}: ${text.slice(0, 20)}…`, () => {
      const bytes = iconv.encode(text, charset);
      assert.equal(iconv.decode(bytes, charset), text, "the charset can hold the text");
      const decoded = decodeText(bytes, null);
      assert.equal(decoded.text, text);
      assert.equal(decoded.charset.because.why, "byte-statistics");
    });
  }
});
