import type { ArchiveHandler } from "../../../people/request.ts";

/** Tells every crawler that it may read what a visitor may (RFC 9309); pages that should not be listed say so themselves. */
export const showRobots: ArchiveHandler = (context) => context.text("User-agent: *\nAllow: /\n");
