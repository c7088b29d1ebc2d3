import { element, type Xml } from "../../../plumbing/xml/write-xml.ts";

/** A flourish for a story without a receiver: two rules that thin out from a lozenge. */
export function flourish(x: number, y: number, colour: string): Xml {
  return element(
    "g",
    { transform: `translate(${x} ${y})`, fill: colour },
    element("path", { d: "M0 -17L11 0L0 17L-11 0Z" }),
    element("path", { d: "M-26 0C-70 -9 -130 -3 -190 0C-130 3 -70 9 -26 0Z" }),
    element("path", { d: "M26 0C70 -9 130 -3 190 0C130 3 70 9 26 0Z" }),
    element("circle", { cx: -204, cy: 0, r: 4 }),
    element("circle", { cx: 204, cy: 0, r: 4 }),
  );
}

/** A ribbon tied in a bow, for a story that was given to someone. */
export function bow(x: number, y: number, colour: string): Xml {
  const line = {
    fill: "none",
    stroke: colour,
    "stroke-width": 5,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  return element(
    "g",
    { transform: `translate(${x} ${y})`, ...line },
    element("path", { d: "M-12 -4C-48 -52 -116 -58 -120 -18C-122 18 -60 22 -12 6" }),
    element("path", { d: "M12 -4C48 -52 116 -58 120 -18C122 18 60 22 12 6" }),
    element("path", { d: "M-10 12C-24 40 -50 62 -84 74L-70 50" }),
    element("path", { d: "M10 12C24 40 50 62 84 74L70 50" }),
    element("path", { d: "M-30 -8C-52 -22 -82 -28 -94 -16M30 -8C52 -22 82 -28 94 -16", "stroke-width": 2.5 }),
    element("path", {
      d: "M-14 -10C-6 -16 6 -16 14 -10C18 -2 18 8 12 14C4 18 -4 18 -12 14C-18 8 -18 -2 -14 -10Z",
      fill: colour,
    }),
    element("path", { d: "M-140 0H-300M140 0H300", "stroke-width": 2.5 }),
  );
}
