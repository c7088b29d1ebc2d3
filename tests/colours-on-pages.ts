import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { z } from "zod";
import { comfortParts } from "../src/ui/comfort.ts";

/** Which colour stands on which, as names of the palette; `least` is the contrast it needs. */
export type Pair = { over: string; under: string; least: number };

/**
 * The names of the palette, in the order of public/pressie.css.
 *
 * @param sheet the text of a style sheet
 * @param opening what opens the block of colours wanted
 */
export function coloursOf(sheet: string, opening: string): Map<string, string> {
  const from = sheet.indexOf(`${opening} {`);
  if (from < 0) throw new Error(`no ${opening} in the sheet`);
  const block = sheet.slice(from, sheet.indexOf("}", from));
  const said = [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]+);/g)];
  return new Map(said.map(([, name = "", value = ""]) => [name, value]));
}

export const sheetNamed = (name: string) => readFileSync(`public/${name}`, "utf8");

/** Every way pages are coloured: the themes one may choose, and what a device asks for when none is chosen. */
export const looks = [
  { theme: "device", colorScheme: "light" },
  { theme: "device", colorScheme: "dark" },
  ...comfortParts.theme
    .filter((theme) => theme !== "device")
    .map((theme) => ({ theme, colorScheme: "light" }) as const),
] as const;

const pairsSchema = z.array(z.object({ over: z.string(), under: z.string(), least: z.number() }));

/**
 * Which colours of the palette stand on which of them, on a page as it is now.
 *
 * Each name is given a colour of its own for as long as it takes to look, so that what is true of the names is true
 * in every theme. A colour from outside the palette is told as the browser tells it.
 */
export async function pairsOn(page: Page, names: readonly string[]): Promise<Pair[]> {
  return pairsSchema.parse(await page.evaluate(`(${findPairs})(${JSON.stringify(names)})`));
}

/** Runs in the browser, where there is a document; our own code is typed for the server. */
const findPairs = `(names) => {
  const root = document.documentElement;
  const named = new Map(names.map((name, at) => ["rgb(" + (at + 1) + ", 0, 0)", name]));
  for (const [colour, name] of named) root.style.setProperty(name, colour);
  const nameOf = (colour) => named.get(colour) ?? colour;
  const clear = "rgba(0, 0, 0, 0)";
  const grounds = new Map();
  const ground = (element) => {
    if (element === null) return "no ground";
    if (!grounds.has(element)) {
      const own = getComputedStyle(element).backgroundColor;
      grounds.set(element, own === clear ? ground(element.parentElement) : nameOf(own));
    }
    return grounds.get(element);
  };
  const pairs = new Map();
  const see = (colour, under, least) => {
    const over = nameOf(colour);
    pairs.set(over + " " + under + " " + least, { over, under, least });
  };
  const tellers = new Set();
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode())
    if (/\\S/.test(words.currentNode.data)) tellers.add(words.currentNode.parentElement);
  for (const element of tellers) {
    if (!element.checkVisibility() || element.closest("option, :disabled, script, style")) continue;
    const { color, fill } = getComputedStyle(element);
    const isStory = element.closest(".story") && /^--(ink|voice)/.test(nameOf(color));
    see(element instanceof SVGElement ? fill : color, ground(element), isStory ? 7 : 4.5);
  }
  const drawnByBrowser = ["hidden", "file", "checkbox", "radio"];
  for (const field of document.querySelectorAll("input, select, textarea")) {
    if (drawnByBrowser.includes(field.type) || !field.checkVisibility()) continue;
    const { color, borderBlockEndColor } = getComputedStyle(field);
    see(color, ground(field), 4.5);
    see(borderBlockEndColor, ground(field.parentElement), 3);
  }
  for (const bar of document.querySelectorAll("svg rect")) see(getComputedStyle(bar).fill, ground(bar), 3);
  for (const name of names) root.style.removeProperty(name);
  return [...pairs.values()];
}`;

/** What the names of the palette are in a look, by the browser: the last word of every sheet. */
export async function paletteIn(
  page: Page,
  { theme, colorScheme }: (typeof looks)[number],
  names: readonly string[],
): Promise<Map<string, string>> {
  await page.emulateMedia({ colorScheme });
  const values: unknown = await page.evaluate(`(() => {
    const root = document.documentElement;
    root.dataset.theme = ${JSON.stringify(theme)};
    if (root.dataset.theme === "device") delete root.dataset.theme;
    const style = getComputedStyle(root);
    return ${JSON.stringify(names)}.map((name) => [name, style.getPropertyValue(name).trim()]);
  })()`);
  return new Map(z.array(z.tuple([z.string(), z.string()])).parse(values));
}

/** The contrast of two colours, 1 to 21, by WCAG 2.2 (“contrast ratio”). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, “relative luminance”. @param colour as `#abc` or `#aabbcc` */
function luminance(colour: string): number {
  const digits = /^#([0-9a-f]{6})$/.exec(colour.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3"))?.[1];
  if (digits === undefined) throw new Error(`${colour} is no colour of six digits`);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
