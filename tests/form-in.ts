import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";

/** What a browser would send of the form with this action, untouched: names and values. */
export function formIn(html: string, action: string): Record<string, string | string[]> {
  const form = elementsIn(fromHtml(html)).find(
    ({ tagName, properties }) => tagName === "form" && properties.action === action,
  );
  if (!form) throw new Error(`the page has no form for ${action}`);
  const sent: Record<string, string | string[]> = {};
  for (const field of elementsIn(form)) {
    const name = String(field.properties.name ?? "");
    for (const value of name === "" ? [] : valuesOf(field)) {
      const others = sent[name];
      sent[name] = others === undefined ? value : [others, value].flat();
    }
  }
  return sent;
}

function valuesOf(field: Element): string[] {
  const { type, value, checked } = field.properties;
  if (field.tagName === "textarea") return [textOf(field).replace(/^\n/, "")];
  if (field.tagName === "select") {
    const options = elementsIn(field).filter(({ tagName }) => tagName === "option");
    const chosen = options.find(({ properties }) => properties.selected) ?? options[0];
    return chosen ? [String(chosen.properties.value ?? "")] : [];
  }
  if (field.tagName !== "input" || type === "file" || type === "submit") return [];
  if ((type === "radio" || type === "checkbox") && !checked) return [];
  return [String(value ?? "")];
}

function textOf(node: Element): string {
  return toText(node, { whitespace: "pre" });
}

function elementsIn(node: Root | Element): Element[] {
  return node.children.flatMap((child: RootContent) =>
    child.type === "element" ? [child, ...elementsIn(child)] : [],
  );
}
