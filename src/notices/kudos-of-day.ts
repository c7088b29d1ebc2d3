/** The thanks a writer got on a day: works and how many for each, those with most first. */
export type KudosOfDay = [workId: string, count: number][];
