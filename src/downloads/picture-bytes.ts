/**
 * The bytes of a kept picture by its name, or null when they may not or cannot be had: then its words stand in its
 * place, and the file is made all the same.
 */
export type PictureBytes = (name: string) => Uint8Array | null;

/** For a work without pictures. */
export const noPictures: PictureBytes = () => null;
