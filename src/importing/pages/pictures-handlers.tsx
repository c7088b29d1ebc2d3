import { memberOf } from "../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { urls } from "../../vocabulary/urls.ts";
import { keepPictures } from "../../works/keep-pictures.ts";
import { listOwnPictures } from "../../works/own-pictures.ts";
import { PicturesFull, picturesFullSentence } from "../../works/picture-room.ts";
import type { Tidier } from "../open-tidier.ts";
import { PicturesPage, pictureField } from "./pictures-page.tsx";

type PictureParts = { database: Database; files: FileStore; tidier: Tidier };

/** Shows a writer their pictures, and how each is put into a story; the editor's script asks for the bare list. */
export function showPictures({ database }: Pick<PictureParts, "database">): ArchiveHandler {
  return async (context) => {
    const pictures = await listOwnPictures(database.reading, memberOf(context));
    if (!isAskedByScript(context))
      return context.html(<PicturesPage page={context.var.page} pictures={pictures} errors={{}} />);
    context.header("cache-control", "no-store");
    return context.json({
      pictures: pictures.map(({ name, width, height }) => ({ src: urls.picture(name), width, height })),
    });
  };
}

/** Keeps a picture for stories to come: without what tells of its maker, and forgotten when no story shows it in time. */
export function handlePictures({ database, files, tidier }: PictureParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { page } = context.var;
    const file = (await readForm(context)).file(pictureField);
    const picture = file && (await tidier.stripPicture(new Uint8Array(await file.arrayBuffer())));
    const refuse = async (sentence: string) => {
      if (isAskedByScript(context)) return context.json({ sentence }, 422);
      const pictures = await listOwnPictures(database.reading, member);
      return context.html(
        <PicturesPage page={page} pictures={pictures} errors={{ [pictureField]: sentence }} />,
        422,
      );
    };
    if (!file) return refuse(page.t("Choose a picture first."));
    if (!picture)
      return refuse(
        page.t(
          "“{name}” could not be kept: it is no PNG, JPEG, GIF or WebP, it is damaged, or it is too large.",
          { name: file.name },
        ),
      );
    try {
      await keepPictures(database, files, member, null, [picture], Date.now());
    } catch (cause) {
      if (!(cause instanceof PicturesFull)) throw cause;
      return refuse(picturesFullSentence(cause, page.t));
    }
    const { name, width, height } = picture;
    if (isAskedByScript(context)) return context.json({ src: urls.picture(name), width, height });
    return context.redirect(urls.pictures(), 303);
  };
}

function isAskedByScript(context: ArchiveContext): boolean {
  return context.req.header("accept") === "application/json";
}
