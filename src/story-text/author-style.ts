import type { Element } from "hast";

/** What an author's own styling of an element means, as far as the stored form can say it. */
export type AuthorStyle = {
  /** True or false when the style says so, null when it does not speak of it. */
  italic: boolean | null;
  bold: boolean | null;
  underlined: boolean;
  struck: boolean;
  smallCaps: boolean;
  raised: boolean;
  lowered: boolean;
  align: "center" | "right" | "start" | null;
};

/** Reads the `style` and `align` attributes; everything that is only looks is ignored. */
export function authorStyle(node: Element): AuthorStyle {
  const rules = declarations(node.properties.style);
  const decoration = `${rules.get("text-decoration") ?? ""} ${rules.get("text-decoration-line") ?? ""}`;
  const weight = rules.get("font-weight");
  const slope = rules.get("font-style");
  const vertical = rules.get("vertical-align");
  const variant = `${rules.get("font-variant") ?? ""} ${rules.get("font-variant-caps") ?? ""}`;
  return {
    italic: slope === undefined ? null : /^(italic|oblique)/.test(slope),
    bold: weight === undefined ? null : /^(bold|bolder|[6-9]00)$/.test(weight),
    underlined: decoration.includes("underline"),
    struck: decoration.includes("line-through"),
    smallCaps: variant.includes("small-caps"),
    raised: vertical === "super",
    lowered: vertical === "sub",
    align: alignment(rules.get("text-align") ?? node.properties.align),
  };
}

function declarations(style: unknown): Map<string, string> {
  const rules = new Map<string, string>();
  if (typeof style !== "string") return rules;
  for (const declaration of style.slice(0, 2000).split(";")) {
    const colon = declaration.indexOf(":");
    const value = declaration.slice(colon + 1).replace(/!important/i, "");
    if (colon > 0) rules.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return rules;
}

function alignment(value: unknown): AuthorStyle["align"] {
  if (typeof value !== "string") return null;
  const word = value.trim().toLowerCase();
  if (word === "center" || word === "middle") return "center";
  if (word === "right" || word === "end") return "right";
  return word === "left" || word === "start" || word === "justify" ? "start" : null;
}
