import type { Child } from "hono/jsx";
import type { ArchiveContext } from "../people/request.ts";

/** Something a page is about that members may follow. */
export type Followable = { kind: "author" | "work" | "series" | "tag" | "shelf" | "filter"; id: string };

/** What the room of notices puts on such a page: for members, a button to be told. Visitors find nothing there. */
export type FollowSlot = (context: ArchiveContext, followable: Followable) => Promise<Child>;
