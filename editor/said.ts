import type { Properties } from "hast";

/** What an element of the stored form says in its attributes, as they are written. */
export type Said = Readonly<Record<string, string>>;

/** What it is about words that an element says nothing about them. */
export const nothingSaid: Said = {};

/** Every attribute of the stored form (docs/story-text.md), with the name a hast tree gives it. */
const properties: Record<string, string> = {
  ...Object.fromEntries(
    "id href src alt width height title start type scope role lang dir"
      .split(" ")
      .map((name) => [name, name]),
  ),
  class: "className",
  colspan: "colSpan",
  rowspan: "rowSpan",
  "aria-label": "ariaLabel",
  "data-ornament": "dataOrnament",
};

/** The attributes of an element of the page that the stored form knows. */
export function saidByPage(dom: { getAttribute(name: string): string | null }): Said {
  return gathered((name) => dom.getAttribute(name));
}

/** The attributes of an element of a stored story's tree. */
export function saidByTree(given: Properties): Said {
  return gathered((_, property) => {
    const value = given[property];
    if (value === undefined || value === null) return null;
    return Array.isArray(value) ? value.join(" ") : String(value);
  });
}

/** The same as a hast tree has them. */
export function propertiesOf(said: Said): Properties {
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      properties[name] ?? name,
      name === "class" ? value.split(" ") : value,
    ]),
  );
}

function gathered(valueUnder: (attribute: string, property: string) => string | null): Said {
  const said: Record<string, string> = {};
  for (const [attribute, property] of Object.entries(properties)) {
    const value = valueUnder(attribute, property);
    if (value !== null) said[attribute] = value;
  }
  return said;
}

/** The same with one attribute changed, or without it when the value is null. */
export function saying(said: Said, name: string, value: string | null): Said {
  const { [name]: _before, ...others } = said;
  return value === null ? others : { ...others, [name]: value };
}

/** What is shown of it while writing: an id may stand once in a page, and the page has its own. */
export function shown({ id: _id, ...said }: Said): Record<string, string> {
  return said;
}
