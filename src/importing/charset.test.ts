import assert from "node:assert/strict";
import { describe, it } from "node:test";
import iconv from "iconv-lite";
import { decodeText } from "./charset.ts";
import { fieldsIn, storyOf } from "./for-tests/reading-of.ts";

const ascii = "She had waited a long while for the tide to turn, and it did not turn. ".repeat(60);

/** Sentences, long and short, by the charsets they were written in before UTF-8. */
const written: { charsets: string[]; texts: string[] }[] = [
  {
    charsets: ["windows-1252", "macintosh"],
    texts: [
      "“It won’t do,” said Mina — and the café door fell shut. “You’ll see…”\r\rShe’d a naïve way of waiting, Renée thought; ‘as if the sea itself were late.’",
      "She said “no”.",
      "He’d gone.",
      "It cost £5…",
      `${ascii}It didn’t. ${ascii}`,
      "« Ça va ? » dit-elle. L’été à Orléans était très long.",
      "Élodie",
      "Où es-tu ?",
      "Er hörte es.",
      "„Ja“, sagte sie. Über den Flüssen lag die weiße Straße.",
      "¿Qué? —dijo. Mañana será otro día.",
      "¡Sí!",
      "Não há ninguém. Coração de mãe.",
    ],
  },
  {
    charsets: ["iso-8859-1"],
    texts: ["L'été à Orléans était très long.", "Die Straße war weiß.", "Mañana será otro día."],
  },
  {
    charsets: ["windows-1251", "koi8-r"],
    texts: [
      "Туман поднялся с реки ещё до полудня, и к трём часам на улице зажгли фонари.\nХолмс молчал с самого завтрака, а я давно бросил газету.",
      "Он не ответил.",
      "Туман.",
      "ГЛАВА ПЕРВАЯ",
      "Название: Зеркало\nАвтор: Анна",
      `${ascii}\nТуман.\n${ascii}`,
    ],
  },
  { charsets: ["iso-8859-5", "cp866"], texts: ["Туман поднялся с реки ещё до полудня.", "Он не ответил."] },
  {
    charsets: ["shift_jis", "euc-jp"],
    texts: [
      "霧は昼前に川から上がってきた。三時には通りのランプがすべて灯っていた。\r\n「もう帰ろう」とミナは言った。",
      "霧が出てきた。",
      "ミナ・ハーカー",
      "タイトル：霧\n作者：ミナ\n\n霧が出てきた。彼は黙っていた。",
      `${ascii}\n「もう帰ろう」\n${ascii}`,
    ],
  },
  {
    charsets: ["gb18030"],
    texts: [
      "雾在中午之前就从河上升起来了，三点钟的时候街上的灯全都亮了。福尔摩斯吃过早饭以后一句话也没有说。",
      "雾来了。他没有说话。",
      "“你要去哪里？”她问。",
      "标题：镜子\n作者：安娜\n\n雾来了。",
    ],
  },
  {
    charsets: ["big5"],
    texts: ["霧在中午之前就從河上升起來了。「你要去哪裡？」她問。他沒有說話。", "他沒有說話。"],
  },
  {
    charsets: ["euc-kr"],
    texts: ["안개가 정오 전에 강에서 올라왔다. 그는 말이 없었다.", "그는 말이 없었다."],
  },
  {
    charsets: ["windows-1250", "iso-8859-2"],
    texts: [
      "Wyszła z domu późnym wieczorem, gdy świeciły już gwiazdy.",
      "Těžký den, řekl příliš žluťoučký kůň.",
    ],
  },
  { charsets: ["windows-1253"], texts: ["Η ομίχλη ανέβηκε από το ποτάμι."] },
  { charsets: ["windows-1255"], texts: ["הערפל עלה מן הנהר."] },
  {
    charsets: ["utf-16le", "utf-16be"],
    texts: ["Hello, Alice.", "Он не ответил.", "雾来了。他没有说话。", "霧が出てきた。", "Elle était là."],
  },
];

describe("UTF-16 without a mark", () => {
  it("is a text, not an unknown file", () => {
    for (const charset of ["utf-16le", "utf-16be"])
      for (const text of ["雾来了。他没有说话。", "Он не ответил. Туман."])
        assert.equal(storyOf(iconv.encode(text, charset), {}, null), `<p>${text}</p>`);
  });
});

describe("text from before UTF-8", () => {
  for (const { charsets, texts } of written) {
    for (const charset of charsets) {
      for (const text of texts) {
        const bytes = iconv.encode(text, charset);
        // What a charset has no sign for was never written in it.
        if (iconv.decode(bytes, charset) !== text) continue;
        it(`is read as it was written in ${charset}: ${text.trim().slice(0, 24).replace(/\s+/gu, " ")}…`, () => {
          const decoded = decodeText(bytes, null);
          assert.equal(decoded.text, text);
          assert.equal(decoded.charset.because.why, "byte-statistics");
        });
      }
    }
  }

  it("is read as UTF-8 when it is valid, whatever else it could be", () => {
    for (const text of ["Он не ответил.", "霧が出てきた。", "café"])
      assert.deepEqual(decodeText(Buffer.from(text), "windows-1252").charset.charset, "utf-8");
  });

  it("follows its byte order mark", () => {
    for (const charset of ["utf-8", "utf-16le", "utf-16be"])
      assert.equal(decodeText(iconv.encode("雾来了。", charset, { addBOM: true }), null).text, "雾来了。");
  });

  it("follows what the file says where the bytes do not tell", () => {
    assert.equal(decodeText(iconv.encode("Ångström", "windows-1252"), "iso-8859-1").text, "Ångström");
  });
});

describe("the language of a short text", () => {
  for (const [text, language] of [
    ["نزل المطر طوال الليل.", "ar"],
    ["باران تمام شب می‌بارید، گفت پدر.", "fa"],
    ["Всю ночь шёл дождь.", "ru"],
    ["Усю ніч ішов дощ.", "uk"],
  ] as const)
    it(`is ${language} by its letters`, () => {
      assert.equal(fieldsIn(text).language?.tag, language);
    });
});
