import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { zipSync } from "fflate";
import { DamagedContainer, UnpacksTooLarge } from "./container-refused.ts";
import { type Container, openContainer } from "./open-container.ts";

const words = (text: string) => new TextEncoder().encode(text);

function opened(bytes: Uint8Array): Container {
  const container = openContainer(bytes);
  assert.ok(typeof container !== "string", `expected a container, got ${String(container)}`);
  return container;
}

/** Where a signature stands for the last time. */
function placeOf(bytes: Uint8Array, signature: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 4; at >= 0; at--) if (view.getUint32(at, true) === signature) return at;
  throw new Error("no such signature");
}
const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

describe("a container", () => {
  it("gives its files' bytes and text, and null for one it does not have", () => {
    const container = opened(
      zipSync({ "a/story.txt": words("Rain."), "stored.txt": [words("Snow."), { level: 0 }] }),
    );
    assert.deepEqual(container.names, ["a/story.txt", "stored.txt"]);
    assert.equal(container.text("a/story.txt"), "Rain.");
    assert.deepEqual(container.bytes("stored.txt"), words("Snow."));
    assert.equal(container.bytes("constructor"), null);
  });

  it("keeps names in other scripts, and those of old PCs", () => {
    const zip = zipSync({ "Глава.txt": words("a") });
    assert.deepEqual(opened(zip).names, ["Глава.txt"]);
    const old = changed(zipSync({ "caf_.txt": words("a") }), (view) => {
      view.setUint8(placeOf(new Uint8Array(view.buffer), directoryEntry) + 46 + 3, 0x82);
    });
    assert.deepEqual(opened(old).names, ["café.txt"]);
  });

  it("leaves out names that lead out of it, and folders", () => {
    const zip = zipSync({
      "../../etc/passwd": words("x"),
      "/etc/passwd": words("x"),
      "..\\boot.ini": words("x"),
      "C:/boot.ini": words("x"),
      "a/../../b": words("x"),
      folder: {},
      "a..b/story.txt": words("kept"),
    });
    assert.deepEqual(opened(zip).names, ["a..b/story.txt"]);
    assert.equal(opened(zip).bytes("../../etc/passwd"), null);
  });

  it("refuses a part that bursts to far more than it was packed from", () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(20_000_000) }, { level: 9 });
    assert.ok(bomb.length < 50_000);
    assert.throws(() => opened(bomb).bytes("word/document.xml"), UnpacksTooLarge);
  });

  it("stops a bomb at the bound, whatever size its directory declares", () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(120_000_000) }, { level: 9 });
    const lying = changed(bomb, (view) => {
      view.setUint32(placeOf(new Uint8Array(view.buffer), directoryEntry) + 24, 100, true);
    });
    const before = process.memoryUsage().arrayBuffers;
    assert.throws(() => opened(lying).bytes("word/document.xml"), UnpacksTooLarge);
    assert.ok(process.memoryUsage().arrayBuffers - before < 150_000_000);
  });

  it("counts everything that is read out of it together", () => {
    const noise = new Uint8Array(45_000_000).map((_, index) => (index * index) >> 7);
    const container = opened(zipSync({ "a.xml": [noise, { level: 0 }] }));
    for (let times = 0; times < 4; times++) assert.equal(container.bytes("a.xml")?.length, noise.length);
    assert.throws(() => container.bytes("a.xml"), UnpacksTooLarge);
  });

  it("refuses a part that is not as long as its directory says", () => {
    const lying = changed(zipSync({ "a.txt": words("Rain fell.") }), (view) => {
      view.setUint32(placeOf(new Uint8Array(view.buffer), directoryEntry) + 24, 4, true);
    });
    assert.throws(() => opened(lying).bytes("a.txt"), DamagedContainer);
  });

  it("refuses a part whose bytes were changed", () => {
    const zip = zipSync({ "a.txt": [words("Rain fell."), { level: 0 }] });
    const changedLetter = changed(zip, (view) => view.setUint8(30 + 5, 0x78));
    assert.throws(() => opened(changedLetter).bytes("a.txt"), DamagedContainer);
  });

  it("refuses entries that share their bytes", () => {
    const zip = zipSync({ "a.txt": words("Rain fell all night."), "b.txt": words("Rain fell all night.") });
    const overlapping = changed(zip, (view) => {
      view.setUint32(placeOf(new Uint8Array(view.buffer), directoryEntry) + 42, 0, true);
    });
    assert.equal(openContainer(overlapping), "damaged");
  });

  it("refuses a directory of more entries than a story has parts", () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`${index}`, new Uint8Array()]),
    );
    assert.equal(openContainer(zipSync(files)), "damaged");
  });

  it("calls a file that is cut short damaged, wherever it is cut", () => {
    const zip = zipSync({ "word/document.xml": words("<a>Rain fell all night on the harbour.</a>") });
    for (let length = 0; length < zip.length; length++)
      assert.equal(openContainer(zip.subarray(0, length)), "damaged", `cut at ${length}`);
  });

  it("calls a directory that points beyond the file damaged", () => {
    const zip = zipSync({ "a.txt": words("Rain.") });
    for (const place of [0, 0xfffffff0, zip.length - 3]) {
      const astray = changed(zip, (view) => {
        view.setUint32(placeOf(new Uint8Array(view.buffer), directoryEnd) + 16, place, true);
      });
      assert.equal(openContainer(astray), "damaged");
    }
  });

  it("says that an encrypted file is locked", () => {
    const locked = changed(zipSync({ "a.txt": words("Rain.") }), (view) => {
      view.setUint16(placeOf(new Uint8Array(view.buffer), directoryEntry) + 8, 1, true);
    });
    assert.equal(openContainer(locked), "locked");
  });

  it("reads text in the charset it says it is in", () => {
    const utf16 = (text: string) => Buffer.from(text, "utf16le");
    const container = opened(
      zipSync({
        "marked.xml": Buffer.from("\uFEFF<a>é</a>", "utf8"),
        "le.xml": utf16("\uFEFF<a>é</a>"),
        "be.xml": utf16("\uFEFF<a>é</a>").swap16(),
        "bare.xml": utf16("<a>é</a>"),
        "latin.xml": Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', "latin1"),
        "unheard.xml": Buffer.from('<?xml version="1.0" encoding="x-mars"?><a>é</a>', "utf8"),
      }),
    );
    for (const name of ["marked.xml", "le.xml", "be.xml", "bare.xml"])
      assert.equal(container.text(name), "<a>é</a>", name);
    for (const name of ["latin.xml", "unheard.xml"])
      assert.match(container.text(name) ?? "", /<a>é<\/a>$/u, name);
  });
});
