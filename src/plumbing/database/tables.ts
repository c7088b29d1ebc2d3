/**
 * The tables of the archive, as Kysely's types see them.
 *
 * Empty on purpose: the ground knows nothing of stories. Each feature adds its own tables to this
 * interface from its private `sql/` folder, by declaration merging, one file a table.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging, see above
export interface Tables {}
