import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  ascii,
  exif,
  gifExtension,
  jpegSegment,
  pngChunk,
  secret,
  tinyGif,
  tinyJpeg,
  tinyPng,
  tinyWebp,
  webpChunk,
  webpHeader,
  webpLossless,
} from "./for-tests/tiny-pictures.ts";
import { keepPicture } from "./keep-picture.ts";

const told = ascii(secret);
const profile = jpegSegment(0xe2, [...ascii("ICC_PROFILE\0"), 1, 1, 9, 9, 9]);

const telling: Record<string, Uint8Array> = {
  png: tinyPng({
    extra: [
      ...pngChunk("tEXt", [...ascii("Author\0"), ...told]),
      ...pngChunk("eXIf", exif(6).slice(6)),
      ...pngChunk("tIME", [7, 208, 1, 1, 0, 0, 0]),
      ...pngChunk("prVt", told),
    ],
    behind: told,
  }),
  jpg: tinyJpeg({
    extra: [
      ...jpegSegment(0xe1, exif(1)),
      ...jpegSegment(0xe1, [...ascii("http://ns.adobe.com/xap/1.0/\0"), ...told]),
      ...jpegSegment(0xed, [...ascii("Photoshop 3.0\0"), ...told]),
      ...jpegSegment(0xe2, [...ascii("MPF\0"), ...told]),
      ...jpegSegment(0xfe, told),
    ],
    behind: told,
  }),
  gif: tinyGif({
    extra: [
      ...gifExtension(0xfe, told),
      ...gifExtension(0xff, ascii("XMP DataXMP"), told),
      ...gifExtension(0xff, ascii("NETSCAPE2.0"), [1, 0, 0], told),
    ],
    behind: told,
  }),
  webp: tinyWebp(
    [
      ...webpHeader(0x0c, 3, 2),
      ...webpLossless(3, 2),
      ...webpChunk("EXIF", exif(6)),
      ...webpChunk("XMP ", told),
      ...webpChunk("TELL", told),
    ],
    told,
  ),
};

const plain: Record<string, Uint8Array> = {
  png: tinyPng(),
  jpg: tinyJpeg(),
  gif: tinyGif({ extra: gifExtension(0xff, ascii("NETSCAPE2.0"), [1, 0, 0]) }),
  webp: tinyWebp([...webpHeader(0, 3, 2), ...webpLossless(3, 2)]),
};

const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);

describe("keeping a picture", () => {
  for (const [ending, bytes] of Object.entries(telling)) {
    it(`takes out of a .${ending} what tells of its maker, and nothing else`, () => {
      const kept = keepPicture(bytes);
      assert.ok(kept);
      assert.ok(!holds(kept.bytes, secret.slice(0, 12)));
      assert.match(kept.name, new RegExp(`^[0-9a-f]{64}\\.${ending}$`));
      const same = keepPicture(plain[ending] ?? new Uint8Array());
      assert.equal(kept.name, same?.name, "the same picture has the same name");
    });
  }

  it("leaves a plain picture as it is, byte for byte", () => {
    for (const [ending, bytes] of Object.entries(plain)) {
      // The order of a GIF's blocks may change, once.
      if (ending !== "gif") assert.deepEqual(keepPicture(bytes)?.bytes, bytes, ending);
    }
  });

  it("changes nothing when asked again", () => {
    for (const bytes of [...Object.values(telling), ...Object.values(plain)]) {
      const once = keepPicture(bytes);
      assert.ok(once);
      assert.deepEqual(keepPicture(once.bytes), once);
    }
  });

  it("keeps colours, transparency and motion", () => {
    const colours = ["gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD", "tRNS", "acTL", "fcTL"];
    const png = keepPicture(tinyPng({ extra: colours.flatMap((name) => pngChunk(name, [1, 2, 3])) }));
    for (const name of colours) assert.ok(png && holds(png.bytes, name), name);
    const adobe = jpegSegment(0xee, [...ascii("Adobe"), 0, 100, 0, 0, 0, 0, 1]);
    const jpeg = tinyJpeg({ extra: [...profile, ...adobe] });
    assert.deepEqual(keepPicture(jpeg)?.bytes, jpeg);
    const frame = webpChunk("ANMF", [...Array.from({ length: 16 }, () => 0), ...webpLossless(3, 2)]);
    const moving = tinyWebp([...webpHeader(0x32, 3, 2), ...webpChunk("ANIM", [0, 0, 0, 0, 0, 0]), ...frame]);
    assert.deepEqual(keepPicture(moving)?.bytes, moving);
  });

  it("takes what hides in a frame of a moving WebP", () => {
    const frame = [...Array.from({ length: 16 }, () => 0), ...webpLossless(3, 2), ...webpChunk("TELL", told)];
    const kept = keepPicture(tinyWebp([...webpHeader(0x02, 3, 2), ...webpChunk("ANMF", frame)]));
    assert.ok(kept && !holds(kept.bytes, secret.slice(0, 12)));
  });

  it("keeps how the camera was held, and tells the size as it is shown", () => {
    const held = keepPicture(tinyJpeg({ width: 30, height: 20, extra: jpegSegment(0xe1, exif(6)) }));
    assert.ok(held);
    assert.deepEqual([held.width, held.height], [20, 30]);
    assert.ok(!holds(held.bytes, secret.slice(0, 12)));
    assert.ok(holds(held.bytes, "Exif"));
    assert.deepEqual(keepPicture(held.bytes), held);
    const turned = keepPicture(tinyJpeg({ width: 30, height: 20, extra: jpegSegment(0xe1, exif(3)) }));
    assert.deepEqual([turned?.width, turned?.height], [30, 20]);
    const upright = keepPicture(tinyJpeg({ extra: jpegSegment(0xe1, exif(1)) }));
    assert.ok(upright && !holds(upright.bytes, "Exif"));
  });

  it("takes a preview out of a JPEG: it may show what was cut away", () => {
    const withPreview = Uint8Array.from([
      ...[0xff, 0xd8],
      ...jpegSegment(0xe0, [...ascii("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 1, 1, 200, 201, 202]),
      ...tinyJpeg().subarray(20),
    ]);
    assert.deepEqual(keepPicture(withPreview)?.bytes, tinyJpeg());
  });

  it("ends a JPEG where a browser would, when it breaks off within its picture", () => {
    const whole = tinyJpeg();
    const kept = keepPicture(whole.subarray(0, whole.length - 3));
    assert.deepEqual([...(kept?.bytes.subarray(-2) ?? [])], [0xff, 0xd9]);
  });

  it("drops the control block of a GIF's text together with the text", () => {
    const withText = tinyGif({
      extra: [
        ...gifExtension(
          0x01,
          Array.from({ length: 12 }, () => 0),
          told,
        ),
        ...gifExtension(0xf9, [0, 9, 0, 0]),
      ],
    });
    const kept = keepPicture(withText);
    assert.ok(kept && !holds(kept.bytes, secret.slice(0, 12)));
    assert.equal(kept.bytes.filter((byte) => byte === 0xf9).length, 1);
  });

  it("tells the size of each kind", () => {
    const sizeOf = (bytes: Uint8Array) => {
      const kept = keepPicture(bytes);
      return kept && [kept.width, kept.height];
    };
    assert.deepEqual(sizeOf(tinyPng({ width: 300, height: 200 })), [300, 200]);
    assert.deepEqual(sizeOf(tinyJpeg({ width: 300, height: 200 })), [300, 200]);
    assert.deepEqual(sizeOf(tinyGif()), [1, 1]);
    assert.deepEqual(sizeOf(tinyWebp(webpLossless(300, 200))), [300, 200]);
    const lossy = webpChunk("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, 300 & 255, 1, 200, 0x40]);
    assert.deepEqual(sizeOf(tinyWebp(lossy)), [300, 200]);
    assert.deepEqual(
      sizeOf(tinyWebp([...webpHeader(0x10, 300, 200), ...webpLossless(300, 200)])),
      [300, 200],
    );
  });

  it("keeps no picture that browsers cannot show or ought not to be asked to", () => {
    const refused: Record<string, Uint8Array> = {
      "a drawing in SVG": Uint8Array.from(ascii('<svg xmlns="http://www.w3.org/2000/svg"></svg>')),
      "a TIFF": Uint8Array.from([...ascii("II*\0"), 8, 0, 0, 0]),
      "an EMF": Uint8Array.from([1, 0, 0, 0, ...ascii("          "), ...ascii(" EMF")]),
      nothing: new Uint8Array(),
      "a side too long": tinyPng({ width: 20_001, height: 1 }),
      "too many points": tinyPng({ width: 11_000, height: 10_000 }),
      "no width": tinyPng({ width: 0 }),
      "a chunk with a false check": tinyPng().map((byte, index) => (index === 29 ? byte ^ 1 : byte)),
      "a chunk that only some programs know": tinyPng({ extra: pngChunk("CgBI", [1, 2, 3, 4]) }),
      "a JPEG without loss": tinyJpeg().map((byte) => (byte === 0xc0 ? 0xc3 : byte)),
      "a WebP without a picture": tinyWebp(webpHeader(0, 3, 2)),
      "above 20 MB": new Uint8Array(20 * 2 ** 20 + 1),
    };
    for (const [why, bytes] of Object.entries(refused)) assert.equal(keepPicture(bytes), null, why);
  });

  it("is not shaken by files cut short, bent or made up", () => {
    const starts = [...Object.values(telling), ...Object.values(plain)];
    for (const bytes of starts)
      for (let length = 0; length < bytes.length; length++) {
        const kept = keepPicture(bytes.subarray(0, length));
        if (kept) assert.deepEqual(keepPicture(kept.bytes), kept);
      }
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 6 }),
        fc.uint8Array({ maxLength: 40 }),
        (bytes, changes, tail) => {
          const bent = Uint8Array.from([...bytes, ...tail]);
          for (const [at, value] of changes) bent[at % bent.length] = value;
          const kept = keepPicture(bent);
          if (kept) assert.deepEqual(keepPicture(kept.bytes), kept);
        },
      ),
      { numRuns: 2_000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void keepPicture(bytes)));
  });
});
