import { fixedPrefix } from "./namespaces.ts";

/** Attributes by their resolved names. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** The names in force inside one element: what each of the file's prefixes is called here. */
interface Scope {
  prefixes: ReadonlyMap<string, string>;
  /** Every prefix is called as the file calls it, as in everything that Word itself writes. */
  isPlain: boolean;
  /** Resolved names by written ones. */
  elements: Map<string, string>;
}

/** Gives elements and attributes the names we know them by (Namespaces in XML 1.0). */
export class XmlNames {
  readonly #scopes: Scope[] = [scopeOf(new Map())];
  /** At which depth each scope but the first was opened. */
  readonly #depths: number[] = [];

  /** Takes in what an element at this depth declares. */
  enter(depth: number, attributes: XmlAttributes): void {
    let declared: Map<string, string> | null = null;
    for (const name in attributes) {
      if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
      const prefix = name.slice(6);
      declared ??= new Map(this.#scope.prefixes);
      declared.set(prefix, fixedPrefix(prefix, attributes[name] ?? ""));
    }
    if (declared === null) return;
    this.#scopes.push(scopeOf(declared));
    this.#depths.push(depth);
  }

  /** Forgets what the element at this depth declared. */
  leave(depth: number): void {
    if (this.#depths.at(-1) !== depth) return;
    this.#depths.pop();
    this.#scopes.pop();
  }

  element(written: string): string {
    const { isPlain, elements, prefixes } = this.#scope;
    if (isPlain) return written;
    const known = elements.get(written);
    if (known !== undefined) return known;
    const name = resolved(written, prefixes, prefixes.get(""));
    elements.set(written, name);
    return name;
  }

  /** An attribute without a prefix is in no namespace. */
  attributes(written: XmlAttributes): XmlAttributes {
    const { isPlain, prefixes } = this.#scope;
    if (isPlain) return written;
    const names: Record<string, string | undefined> = {};
    for (const name in written) names[resolved(name, prefixes, undefined)] = written[name];
    return names;
  }

  get #scope(): Scope {
    return this.#scopes.at(-1) ?? scopeOf(new Map());
  }
}

function scopeOf(prefixes: ReadonlyMap<string, string>): Scope {
  const isPlain = [...prefixes].every(([prefix, ours]) => prefix === ours);
  return { prefixes, isPlain, elements: new Map() };
}

function resolved(written: string, prefixes: ReadonlyMap<string, string>, none: string | undefined): string {
  const colon = written.indexOf(":");
  const prefix = colon === -1 ? none : (prefixes.get(written.slice(0, colon)) ?? written.slice(0, colon));
  const local = written.slice(colon + 1);
  return prefix ? `${prefix}:${local}` : local;
}
