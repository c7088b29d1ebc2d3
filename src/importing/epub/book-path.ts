/**
 * The name, inside the container, of what a file refers to (EPUB 3.3, section 4.2.3: relative to the file itself,
 * percent-encoded); the fragment apart. Null for other sites, and for what leads out of the book.
 */
export function bookPath(from: string, href: string): { path: string; fragment: string } | null {
  const [, address = "", fragment = ""] = /^([^#]*)(?:#(.*))?$/su.exec(href.trim()) ?? [];
  if (/^[a-z][a-z0-9+.-]*:/iu.test(address) || address.startsWith("/")) return null;
  const parts = address === "" ? from.split("/") : from.split("/").slice(0, -1);
  if (address !== "")
    for (const part of decoded(address.replace(/\?.*$/su, "")).split("/")) {
      if (part === "..") {
        if (parts.pop() === undefined) return null;
      } else if (part !== "." && part !== "") parts.push(part);
    }
  return { path: parts.join("/"), fragment: decoded(fragment) };
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
