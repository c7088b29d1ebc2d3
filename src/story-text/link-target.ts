/**
 * The address a link may keep, or null when it must become plain text: http, https, mailto, or a path in this
 * archive. Reads the address as browsers do (https://url.spec.whatwg.org/#concept-basic-url-parser: controls and
 * spaces at the ends are dropped, tabs and newlines everywhere).
 */
export function linkTarget(href: unknown): string | null {
  if (typeof href !== "string" || href.length > 4000) return null;
  const address = href
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters the standard names
    .replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$|[\t\n\r]/g, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file format carries them, an e-book refuses them
  if (/[\u0000-\u001f\u007f]/.test(address)) return null;
  const web = /^(https?):\/\//i.exec(address);
  if (web)
    return URL.canParse(address) ? address.replace(/^https?/i, (scheme) => scheme.toLowerCase()) : null;
  if (/^mailto:[^\s]+$/i.test(address)) return address.replace(/^mailto/i, "mailto");
  // A browser reads "/\host" and "//host" as another site.
  if (/^\/\/[^/\\]/.test(address)) return linkTarget(`https:${address}`);
  return /^\/(?![/\\])/.test(address) ? address : null;
}
