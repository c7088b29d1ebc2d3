import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import type { FileStore } from "../../../plumbing/files/file-store.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { forgetOriginal } from "../../forget-original.ts";
import { listOriginals } from "../../originals.ts";
import { ownWorkOf } from "./own-work-of.ts";
import { RemovalPage } from "./removal-page.tsx";

/** Asks whether a file somebody brought in shall be deleted. */
export function showOriginalRemoval(database: Database): ArchiveHandler {
  return async (context) => {
    const { t } = context.var.page;
    const { work, original } = await ownOriginalOf(context, database.reading);
    return context.html(
      <RemovalPage
        page={context.var.page}
        question={t("Delete the file “{name}”?", { name: original.fileName })}
        sentences={[
          t("The story stays as it is. Only the file you brought in goes, and it cannot be taken back."),
        ]}
        action={urls.originalRemoval(work.id, original.id)}
        button={t("Delete the file")}
        staying={{ href: urls.editWork(work.id), text: t("Keep it") }}
      />,
    );
  };
}

/** Deletes a file somebody brought in; the story that came of it stays. */
export function handleOriginalRemoval(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const { member, work, original } = await ownOriginalOf(context, database.reading);
    await forgetOriginal(database, files, member, { id: original.id, workId: work.id });
    context.var.sayNext("original-deleted");
    return context.redirect(urls.editWork(work.id), 303);
  };
}

/** The file a request names, with its work. @throws NotFound for anybody but the one who brought it in */
async function ownOriginalOf(context: ArchiveContext, reader: Reader) {
  const own = await ownWorkOf(context, reader);
  const originals = await listOriginals(reader, own.member, own.work.id);
  const original = originals.find(({ id }) => id === context.req.param("originalId"));
  if (!original) throw new NotFound();
  return { ...own, original };
}
