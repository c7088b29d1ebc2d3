const named = /\[((?:[^[\]\\]|\\.){1,999})\](:?)/gsu;

/**
 * The names that a text's links and notes may be defined under, so that its parts can be read one by one: the
 * grammar takes `[fog]` for a link only where it has seen a definition. A name too many does no harm, for a link
 * to what is nowhere defined becomes the words it was written with.
 */
export class LinkNames {
  readonly #defined = new Set<string>();

  constructor(text: string) {
    for (const [, name = "", colon] of text.matchAll(named)) if (colon) this.#defined.add(plain(name));
  }

  /** Definitions for the grammar to see, one for each name that the part uses. */
  definitionsFor(part: string): string {
    if (this.#defined.size === 0) return "";
    const used = new Map<string, string>();
    for (const [, name = ""] of part.matchAll(named))
      if (this.#defined.has(plain(name))) used.set(plain(name), name.replace(/\s+/gu, " ").trim());
    return [...used.values()].map((name) => `[${name}]: <>\n\n`).join("");
  }
}

/** Names are compared as CommonMark does (section 6.3): without case, all white space as one space. */
function plain(name: string): string {
  return name.replace(/\s+/gu, " ").trim().toLowerCase().toUpperCase();
}
