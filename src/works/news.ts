import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import type { Work } from "./work.ts";
import "./sql/releases-tables.ts";

/** What an author tells the readers of a work that is no chapter; `text` is clean note HTML. */
export type News = {
  id: string;
  text: string;
  version: number;
  postedAt: number;
  /** null: it stands as it was posted. */
  editedAt: number | null;
};

/** The most news a page tells; what is older is kept, and told when newer is taken back. */
const mostNews = 50;

/** The news of a work that the person may open (`findWork` came first), the newest first. */
export async function listNews(reader: Reader | Writer, work: Pick<Work, "id">): Promise<News[]> {
  return newsOf(reader, work.id).limit(mostNews).execute();
}

/** One of them. */
export async function findNews(
  reader: Reader | Writer,
  work: Pick<Work, "id">,
  newsId: string,
): Promise<News | undefined> {
  if (!looksLikeId(newsId)) return undefined;
  return newsOf(reader, work.id).where("id", "=", newsId).executeTakeFirst();
}

function newsOf(reader: Reader | Writer, workId: string) {
  return reader
    .selectFrom("news")
    .select(["id", "text", "version", "posted_at as postedAt", "edited_at as editedAt"])
    .where("work_id", "=", workId)
    .orderBy("posted_at", "desc")
    .orderBy("id");
}
