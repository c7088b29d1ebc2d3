import type { WorkCard } from "./work.ts";

/** Whether several people may change a work, and see it while it is a draft: several accounts' names, or one's several. */
export function isWrittenTogether({ creators }: Pick<WorkCard, "creators">): boolean {
  return creators.filter(({ role, pseudId }) => role === "author" && pseudId !== null).length > 1;
}
