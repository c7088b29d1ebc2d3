import { ownerOf } from "../../people/member-only.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Post } from "../../plumbing/mail/post.ts";
import { OutboxPage } from "./outbox-page.tsx";

/** Shows the owner the letters that wait to be passed on by hand. */
export function showOutbox(post: Post): ArchiveHandler {
  return async (context) => {
    ownerOf(context);
    // A letter may hold a link that opens somebody's account.
    context.header("cache-control", "no-store");
    const letters = await post.outbox();
    return context.html(<OutboxPage page={context.var.page} letters={letters} travels={post.travels} />);
  };
}
