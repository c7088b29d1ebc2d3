import type { NoticeKind } from "./kinds.ts";
import "./sql/notices-tables.ts";

/** A notice by its ids. */
export type NoticeRow = {
  id: string;
  kind: NoticeKind;
  workId: string | null;
  chapterId: string | null;
  commentId: string | null;
  pseudId: string | null;
  newsId: string | null;
  detail: string;
  reasons: string;
  notedAt: number;
  readAt: number | null;
};

/** The columns a `NoticeRow` is made of. */
export const noticeColumns = [
  "notices.id",
  "notices.kind",
  "notices.work_id as workId",
  "notices.chapter_id as chapterId",
  "notices.comment_id as commentId",
  "notices.pseud_id as pseudId",
  "notices.news_id as newsId",
  "notices.detail",
  "notices.reasons",
  "notices.noted_at as notedAt",
  "notices.read_at as readAt",
] as const;
