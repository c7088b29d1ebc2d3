/** A picture that stories show; its bytes lie in the file store (`pictureKey`). */
export type PicturesTable = {
  /** `<SHA-256 of the bytes>.<png|jpg|gif|webp>` */
  name: string;
  byte_size: number;
  width: number;
  height: number;
  created_at: number;
  /** When it was last brought in or taken out of a story; it is forgotten some time after nothing needs it. */
  last_needed_at: number;
};

/** Who brought a picture in: they may always see it, and only their stories show it. */
export type PictureKeepersTable = { account_id: string; name: string };

/** Which original a picture came with; it stays as long as the original does. */
export type OriginalPicturesTable = { original_id: string; name: string };

/** The pictures a chapter's story names, whether or not the archive has them. */
export type ChapterPicturesTable = { chapter_id: string; name: string };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    pictures: PicturesTable;
    picture_keepers: PictureKeepersTable;
    original_pictures: OriginalPicturesTable;
    chapter_pictures: ChapterPicturesTable;
  }
}
