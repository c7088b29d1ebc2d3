import { element, type Xml, xmlDocument } from "../../../plumbing/xml/write-xml.ts";
import { nameList, namesOf } from "../../credits.ts";
import { titleOf } from "../../front-matter.ts";
import type { Setting } from "../../leaves/leaf.ts";
import { plainLine, plainLines } from "../../plain-line.ts";
import { bow, flourish } from "./ornaments.ts";
import { type SetText, setLines } from "./set-lines.ts";

const width = 1200;
const height = 1800;

/** Warm paper, near-black ink, old gilt, quicksilver. A picture keeps its colours in the dark, as a book does. */
const colours = { paper: "#f6efe0", ink: "#211c17", gilt: "#93732f", quiet: "#6b655c" };

const serif =
  "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', 'Noto Serif', Georgia, serif";

const titleRoom = { width: 860, height: 660, sizes: [124, 110, 96, 84, 74, 64, 56, 50] };
const namesRoom = { width: 820, height: 190, sizes: [58, 50, 44, 38] };
const giftRoom = { width: 780, height: 110, sizes: [42, 36] };

/**
 * Draws the cover: the title within a gilt frame, the names, and a bow when the story is a gift. It holds
 * nothing but shapes and text, no fonts and no pictures, so it is a few kilobytes.
 */
export function coverPicture({ work, t, locale, language }: Setting): string {
  const title = setLines(titleOf(work, t), language.story, titleRoom);
  const names = namesOf(work, ["author", "co-author"]);
  const recipients = plainLines(work.gifts.map(({ name }) => name));
  const titleBottom = 640 + (title.lines.length * title.leading) / 2;
  const ornamentAt = Math.max(titleBottom + 115, 900);

  const type = { language: language.story, direction: language.direction };
  const drawn = [...frame(), ...block(title, 640, { ...type, fill: colours.ink })];
  drawn.push(
    recipients.length > 0
      ? bow(width / 2, ornamentAt, colours.gilt)
      : flourish(width / 2, ornamentAt, colours.gilt),
  );
  if (names.length > 0) {
    const set = setLines(nameList(names, locale), language.story, namesRoom);
    drawn.push(...block(set, ornamentAt + 190, { ...type, fill: colours.ink }));
  }
  if (recipients.length > 0) {
    const line = t("for {names}", { names: nameList(recipients, locale) });
    const set = setLines(line, language.label, giftRoom);
    const style = { language: language.label, direction: language.labelDirection, italic: true };
    drawn.push(...block(set, ornamentAt + 370, { ...style, fill: colours.gilt }));
  }
  const archive = setLines(plainLine(work.archiveName), language.label, {
    width: 760,
    height: 60,
    sizes: [32, 26],
  });
  drawn.push(
    ...block(archive, height - 150, {
      language: language.label,
      direction: "ltr",
      fill: colours.quiet,
      spaced: true,
    }),
  );

  const label = names.length > 0 ? `${titleOf(work, t)}, ${nameList(names, locale)}` : titleOf(work, t);
  return xmlDocument(
    element(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        version: "1.1",
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        "xml:lang": language.story,
      },
      element("title", {}, label),
      ...drawn,
    ),
  );
}

/** The paper and the thin double rule of a gilt frame, with a nick at each corner. */
function frame(): Xml[] {
  const rule = (inset: number, stroke: number) =>
    element("rect", {
      x: inset,
      y: inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      fill: "none",
      stroke: colours.gilt,
      "stroke-width": stroke,
    });
  const corners = [
    [86, 86],
    [width - 86, 86],
    [86, height - 86],
    [width - 86, height - 86],
  ].map(([x = 0, y = 0]) =>
    element("path", {
      d: `M${x - 13} ${y}L${x} ${y - 13}L${x + 13} ${y}L${x} ${y + 13}Z`,
      fill: colours.paper,
      stroke: colours.gilt,
      "stroke-width": 2.5,
    }),
  );
  return [element("rect", { width, height, fill: colours.paper }), rule(64, 6), rule(86, 2.5), ...corners];
}

type BlockStyle = {
  language: string;
  direction: "ltr" | "rtl";
  fill: string;
  italic?: boolean;
  spaced?: boolean;
};

/** Lines of type, their middle at `centre`. */
function block(text: SetText, centre: number, style: BlockStyle): Xml[] {
  const firstBaseline = centre - (text.lines.length * text.leading) / 2 + text.size * 0.86;
  return text.lines.map((line, index) =>
    element(
      "text",
      {
        x: width / 2,
        y: Math.round(firstBaseline + index * text.leading),
        "text-anchor": "middle",
        direction: style.direction,
        "xml:lang": style.language,
        "font-family": serif,
        "font-size": text.size,
        "font-style": style.italic ? "italic" : null,
        "letter-spacing": style.spaced ? 3 : null,
        fill: style.fill,
      },
      line,
    ),
  );
}
