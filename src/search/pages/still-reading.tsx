import type { ArchiveContext } from "../../people/request.ts";
import type { Finder } from "../open-finder.ts";
import { BuildingPage } from "./building-page.tsx";

/** The answer while the index is still being built: how far that is, and to come again in a moment. */
export function stillReading(context: ArchiveContext, finder: Finder) {
  const { done, of } = finder.progress() ?? { done: 0, of: 0 };
  return context.html(<BuildingPage page={context.var.page} share={of === 0 ? 0 : done / of} />, 503, {
    "retry-after": "5",
  });
}
