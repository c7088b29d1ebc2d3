/** What readers learn when a chapter comes out or is changed. */
export type Announcement = {
  /** Whether those who asked to hear of the work are told. */
  told: boolean;
  /** Whether the work moves up among what was last updated. */
  movesUp: boolean;
};

/** A new chapter, unless its author says otherwise. */
export const announced: Announcement = { told: true, movesUp: true };
/** A change of what readers have, unless its author says otherwise. */
export const quiet: Announcement = { told: false, movesUp: false };
