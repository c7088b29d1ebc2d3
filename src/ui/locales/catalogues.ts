/** English sentence → the same sentence in another language, both ICU messages. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * The interface languages beside English, by BCP 47 tag.
 *
 * A translation is one file in this folder and one line here; sentences it lacks are shown in English.
 */
export const catalogues: ReadonlyMap<string, Catalogue> = new Map<string, Catalogue>();
