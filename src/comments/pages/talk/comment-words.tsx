import { raw } from "hono/html";
import { storedBlocks } from "../../../story-text/stored-blocks.ts";
import type { Page } from "../../../ui/page.ts";
import { isAskedFor, showOnce } from "../../../works/asked-to-see.ts";
import { languageOfWords } from "../../../works/language-of-words.ts";
import type { Comment } from "../../comment.ts";

/** What a comment says, or why it says nothing here. */
export function CommentWords({ page, comment }: { page: Page; comment: Comment }) {
  if (isSilent(page, comment))
    return (
      <p class="comment-status">
        {page.t("By somebody you muted.")}{" "}
        <a href={showOnce(page, comment.id, commentAnchor(comment.id))} rel="nofollow">
          {page.t("Show once")}
        </a>
      </p>
    );
  const note = statusNote(page, comment);
  return (
    <>
      {note !== null && <p class="comment-status">{note}</p>}
      {comment.text !== "" && <Words page={page} text={comment.text} language={comment.workLanguage} />}
    </>
  );
}

/** The words alone. @param language of the work they are said of */
export function Words({ page, text, language }: { page: Page; text: string; language: string }) {
  return (
    <div class="note comment-text" dir="auto">
      {raw(withPlainLinks(withLanguage(text, language, page.locale)))}
    </div>
  );
}

/** Paragraphs that are in the language of the work, quotes of it above all, say so to a voice that reads the page's. */
function withLanguage(html: string, language: string, locale: string): string {
  return storedBlocks(html)
    .map((block) => {
      const lang = languageOfWords(block.replace(/<[^>]*>/g, ""), language, locale);
      return lang === undefined ? block : block.replace(/^<(\w+)(?![^>]* lang=)/, `<$1 lang="${lang}"`);
    })
    .join("\n");
}

/** Whether a line stands for a comment, because its reader muted whoever said it and did not ask to see it once. */
export function isSilent(page: Page, comment: Comment): boolean {
  return comment.muted && comment.status !== "removed" && !isAskedFor(page, comment.id);
}

/** Where on its page a comment is. */
export function commentAnchor(id: string): string {
  return `comment-${id}`;
}

/** Links of commenters recommend nothing to search engines (https://html.spec.whatwg.org/#link-type-nofollow). */
function withPlainLinks(html: string): string {
  return html.replaceAll("<a href=", '<a rel="nofollow ugc" href=');
}

function statusNote({ t }: Page, { status, removedBy, text, mine }: Comment): string | null {
  if (status === "shown") return null;
  if (status === "held") {
    if (text === "") return t("This comment is held back.");
    return mine
      ? t("Only you and those who let comments in see this. It waits to be let in.")
      : t("Held back: only its writer and those who let comments in see this.");
  }
  if (text !== "") return t("Removed. Moderators can read it until the trash is emptied.");
  switch (removedBy) {
    case "writer":
      return t("Its writer removed this comment.");
    case "author":
      return t("This comment was removed.");
    case "moderator":
      return t("A moderator removed this comment.");
    default:
      return t("The writer of this comment has left the archive.");
  }
}
