/** A novel of 120 chapters with a picture each has a few hundred parts; a directory beyond this is an attack. */
export const mostEntries = 10_000;

/** The text of a 500,000-word novel, marked up by Word run by run, is 30 to 60 MB. */
export const mostBytesOfEntry = 100_000_000;

/** Everything that is read out of one container, pictures included; reading a part twice counts twice. */
export const mostBytesUnpacked = 200_000_000;

/** Up to here a part may be as repetitive as it likes: an empty table of Word's packs to a hundredth. */
export const ratioCountsFrom = 10_000_000;

/** Word's mark-up packs to a tenth or a fiftieth; only what was made to burst packs to less (deflate can reach 1032). */
export const mostRatio = 250;
