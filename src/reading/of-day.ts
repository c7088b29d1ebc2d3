/** What came to a work, or to one of its chapters, on a day (days since 1970, UTC). */
export type OfDay = { workId: string; chapterId: string | null; day: number; count: number };
