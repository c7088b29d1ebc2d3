import { findTold } from "./comments/find-told.ts";
import { countHeld } from "./comments/held-comments.ts";
import type { Rooms } from "./notices/told.ts";
import { findShelvings } from "./reading/followed-shelves.ts";

/** What the room of notices asks of other rooms. */
export const noticeRooms: Rooms = { findComments: findTold, countHeld, findShelvings };
