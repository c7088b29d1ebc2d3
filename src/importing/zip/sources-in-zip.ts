import { DamagedContainer, UnpacksTooLarge } from "../../plumbing/zip/container-refused.ts";
import { openContainer } from "../../plumbing/zip/open-container.ts";
import { compareNames } from "../compare-names.ts";
import type { ImportProblem, ImportSource } from "../import-reading.ts";

/** The most files one upload may bring, packed or not: a long novel in chapters, and far from what floods a list. */
const mostFiles = 500;

/** What systems and programs put beside files, and ZIPs inside ZIPs. */
const ignored = /(?:^|\/)(?:__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)|\.(?:zip|7z|rar)$/iu;

/**
 * The files in a ZIP, in natural order; names keep their last part alone. Folders, system files and ZIPs inside
 * are left out.
 */
export function sourcesInZip(bytes: Uint8Array): ImportSource[] | ImportProblem {
  const container = openContainer(bytes);
  if (typeof container === "string") return container;
  const names = container.names.filter((name) => !ignored.test(name)).toSorted(compareNames);
  if (names.length === 0) return "empty";
  if (names.length > mostFiles) return "too-large";
  try {
    return names.map((name) => ({
      bytes: container.bytes(name) ?? new Uint8Array(),
      fileName: name.split("/").at(-1) ?? name,
      pastedAs: null,
    }));
  } catch (cause) {
    if (cause instanceof UnpacksTooLarge) return "unpacks-too-large";
    if (cause instanceof DamagedContainer) return "damaged";
    throw cause;
  }
}
