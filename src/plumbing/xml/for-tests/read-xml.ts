import assert from "node:assert/strict";

/** An element with its name space; attributes by their names, those of a name space as `{…}name`. */
export type XmlElement = {
  space: string;
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its text with that of everything in it. */
  text: string;
};

/** What XML 1.0 cannot hold (section 2.2), as itself or as a reference. */
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const name = "[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?";
const text = "(?:[^<&]|&(?:amp|lt|gt|quot|apos|#13);)*";
const token = new RegExp(
  `<(?<open>${name})(?<attributes>(?:\\s+${name}="(?:[^<&"]|&(?:amp|lt|gt|quot|apos|#13);)*")*)\\s*(?<empty>/?)>|</(?<close>${name})>|(?<text>${text.replace(/\)\*$/, ")+")})`,
  "uy",
);
const attribute = new RegExp(`(${name})="([^"]*)"`, "g");
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#13": "\r" };

/** The elements of Atom and of Dublin Core that a document writes without saying so, by prefix. */
const always = { xml: "http://www.w3.org/XML/1998/namespace", xmlns: "http://www.w3.org/2000/xmlns/" };

/**
 * Reads a document as strictly as XML 1.0 and its name spaces ask, in the narrow form we write it: declared UTF-8, double
 * quotes, no comments, no document type. What is anything else fails.
 */
export function readXml(xml: string): XmlElement {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  assert.ok(xml.startsWith(declaration), "XML 1.0, 2.8: a declaration");
  assert.doesNotMatch(xml, notInXml, "XML 1.0, 2.2");
  const outside: XmlElement = { space: "", name: "", attributes: {}, children: [], text: "" };
  const open: { element: XmlElement; written: string; spaces: Record<string, string> }[] = [
    { element: outside, written: "", spaces: always },
  ];
  const body = xml.slice(declaration.length).trimEnd();
  for (token.lastIndex = 0; token.lastIndex < body.length; ) {
    const at = token.lastIndex;
    const found = token.exec(body);
    assert.ok(found?.groups, `no XML: ${body.slice(at, at + 80)}`);
    const { groups } = found;
    const inside = open.at(-1) ?? assert.fail();
    if (groups.text !== undefined) {
      assert.ok(open.length > 1 || groups.text.trim() === "", "one root");
      for (const { element } of open) element.text += decoded(groups.text);
    } else if (groups.close !== undefined) {
      assert.equal(groups.close, inside.written, "XML 1.0, 3: what is opened last is closed first");
      open.pop();
    } else {
      const written = groups.open ?? "";
      const pairs = [...(groups.attributes ?? "").matchAll(attribute)].map(
        ([, key = "", value = ""]) => [key, decoded(value)] as const,
      );
      assert.equal(new Set(pairs.map(([key]) => key)).size, pairs.length, "XML 1.0, 3.1: an attribute once");
      const spaces = { ...inside.spaces, ...declaredIn(pairs) };
      const element = elementOf(written, pairs, spaces);
      inside.element.children.push(element);
      if (groups.empty !== "/") open.push({ element, written, spaces });
    }
  }
  assert.equal(open.length, 1, "everything is closed");
  const [root] = outside.children;
  assert.ok(root && outside.children.length === 1, "one root");
  return root;
}

/** The children of a name, in the element's own name space unless another is given. */
export function childrenOf(element: XmlElement, name: string, space = element.space): XmlElement[] {
  return element.children.filter((child) => child.name === name && child.space === space);
}

/** The text of the first child of a name, "" when there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childrenOf(element, name)[0]?.text ?? "";
}

function declaredIn(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(
    pairs.flatMap(([key, value]) => {
      const [, prefix] = /^xmlns(?::(.+))?$/.exec(key) ?? [undefined, null];
      return prefix === null ? [] : [[prefix ?? "", value]];
    }),
  );
}

function elementOf(
  written: string,
  pairs: readonly (readonly [string, string])[],
  spaces: Record<string, string>,
): XmlElement {
  const attributes = pairs
    .filter(([key]) => !/^xmlns(:|$)/.test(key))
    .map(([key, value]) => {
      const [prefix, local] = key.includes(":") ? key.split(":") : ["", key];
      return [prefix === "" ? local : `{${spaceOf(prefix ?? "", spaces)}}${local}`, value];
    });
  const [prefix = "", local = ""] = written.includes(":") ? written.split(":") : ["", written];
  return {
    space: prefix === "" ? (spaces[""] ?? "") : spaceOf(prefix, spaces),
    name: local,
    attributes: Object.fromEntries(attributes),
    children: [],
    text: "",
  };
}

function spaceOf(prefix: string, spaces: Record<string, string>): string {
  return spaces[prefix] ?? assert.fail(`Namespaces in XML, 5: ${prefix} is declared`);
}

function decoded(text: string): string {
  return text.replace(/&([^;]+);/g, (_, entity: string) => entities[entity] ?? assert.fail(entity));
}
