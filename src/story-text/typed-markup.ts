/** Every name HTML has or had (https://html.spec.whatwg.org/multipage/indices.html#elements-3); `<smirks>` is none. */
const elementNames = [
  ..."a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote".split(
    " ",
  ),
  ..."body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog".split(
    " ",
  ),
  ..."dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
  ..."head header hgroup hr html i iframe img input ins kbd label legend li link listing main map mark".split(
    " ",
  ),
  ..."marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p".split(
    " ",
  ),
  ..."param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot".split(
    " ",
  ),
  ..."small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th".split(
    " ",
  ),
  ..."thead time title tr track tt u ul var video wbr xmp [a-z][a-z0-9]*:[a-z][a-z0-9]*".split(" "),
].join("|");

const attributes = String.raw`(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>=]+))?)*\s*/?`;
const tag = new RegExp(`^</?(?:${elementNames})(?:${attributes})>`, "i");
const comment = /^<!--[^<]*?-->/;
const reference = /^&(?:#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};|(?:amp|lt|gt|quot|nbsp)(?![a-z\d=]))/i;
const couldBeTag = new RegExp(`^<(?:/?(?:${elementNames})(?![a-z0-9])|[!?])`, "i");

/**
 * Makes HTML of what a writer typed: a tag is one only if HTML knows its name and it is closed by `>`, a reference
 * only if it is written in full, so `<3`, `<smirks>`, `R&D` and `a <b c` stay the words they are.
 */
export function htmlOfTyped(typed: string): string {
  return typed.replace(/[<&]/g, (sign, offset: number) => {
    if (sign === "&") return stands(reference, typed, offset) ? sign : "&amp;";
    return stands(tag, typed, offset) || stands(comment, typed, offset) ? sign : "&lt;";
  });
}

/** Escapes of a text only what `htmlOfTyped` would otherwise read as markup. */
export function typedText(text: string): string {
  return text.replace(/[<&]/g, (sign, offset: number) => {
    if (sign === "&") return stands(reference, text, offset) ? "&amp;" : sign;
    return stands(couldBeTag, text, offset) ? "&lt;" : sign;
  });
}

/** Far beyond any description of a picture; an expression that meets a million attributes runs out of stack. */
const longestTag = 100_000;

/** No expression here looks beyond the next `<`, so the time is linear. */
function stands(pattern: RegExp, text: string, offset: number): boolean {
  return pattern.test(text.slice(offset, offset + longestTag));
}
