/** Labels of letters, digits, hyphens and the underscore some hosts have; or an IPv6 address. */
const possibleHost =
  /^(\[[0-9a-f:.]+\]|[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?)$/;

/**
 * Spells a link's address so that strict readers of RFC 3986 take it: EPUB checkers parse addresses by that
 * RFC, while authors and the URL Standard (https://url.spec.whatwg.org/) leave `|`, `^`, stray `%` and
 * brackets in the path or query as they are.
 *
 * @param href an address within a leaf ("#chapter-2", "chapter-2.xhtml"), or any absolute one
 * @returns the address, or null for one that is no http, https or mailto link and so cannot be followed
 */
export function linkAddress(href: string): string | null {
  if (/^[\w./-]*(#[\w.-]+)?$/.test(href) && href !== "") return href;
  const url = URL.parse(href);
  if (url === null || !["http:", "https:", "mailto:"].includes(url.protocol)) return null;
  if (url.protocol !== "mailto:" && !possibleHost.test(url.hostname)) return null;
  const site = url.protocol === "mailto:" ? "" : `//${authority(url)}`;
  return url.protocol + site + strict(url.pathname) + strict(url.search) + fragment(url.hash);
}

function authority(url: URL): string {
  const password = url.password === "" ? "" : `:${url.password}`;
  const login = url.username === "" ? "" : `${url.username}${password}@`;
  return strict(login) + url.host;
}

function fragment(hash: string): string {
  return hash === "" ? "" : `#${strict(hash.slice(1))}`;
}

/** Percent-encodes what RFC 3986 allows in no path, query or fragment. */
function strict(text: string): string {
  return text
    .replace(/%(?![0-9a-f]{2})/gi, "%25")
    .replace(/[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character));
}
