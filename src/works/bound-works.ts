/** Several works to be carried away as one book: a shelf, a series, what is new for an e-reader. */
export type BoundWorks = {
  /** Where it stands in the archive, without the archive's own address. */
  path: string;
  title: string;
  /** Clean note HTML. */
  text: string;
  /** The name of whoever chose the works, or null. */
  keeper: string | null;
  /** Whether the authors of the works made this together, as of a series; those of works on a shelf did not. */
  isSeries: boolean;
  /** ms since 1970, UTC. */
  changedAt: number;
  works: BoundWork[];
};

/**
 * @property note clean note HTML of whoever chose the work, "" when they say nothing
 * @property chapterIds only these chapters; null: all of them
 */
export type BoundWork = { workId: string; note: string; chapterIds: ReadonlySet<string> | null };
