import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { Day } from "../../../ui/day.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { removeWork } from "../../remove-work.ts";
import { returnWork } from "../../return-work.ts";
import { keptUntil } from "../../trash.ts";
import type { DeskParts } from "./desk-parts.ts";
import { ownWorkOf } from "./own-work-of.ts";
import { RemovalPage } from "./removal-page.tsx";
import { workTitle } from "./titles.ts";

/** Asks whether a work shall be taken away. */
export function showWorkRemoval({ database, settings }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { page } = context.var;
    const { t } = page;
    const { work } = await ownWorkOf(context, database.reading);
    // Who writes a work with others cannot take it from them; they can leave it.
    if (!work.kept) return context.redirect(urls.leaving(work.id), 303);
    const until = keptUntil(Date.now(), (await settings.current()).daysInTrash);
    return context.html(
      <RemovalPage
        page={page}
        question={t("Take “{title}” away?", { title: workTitle(t, work) })}
        sentences={[
          work.status === "published"
            ? t(
                "Nobody will find it, read it or download it any longer. Copies readers have already made stay theirs.",
              )
            : t("The draft leaves your desk, with all of its chapters."),
          <Sentence
            page={page}
            says="You can take it back from your desk until {day}, just as it is. After that it is gone for good, with the files you brought in for it."
            parts={{ day: <Day page={page} at={until} /> }}
          />,
          <Sentence
            page={page}
            says="If you are parting with it for good, you can {withdraw}{orphan, select, yes { or {leave}} other {}}."
            values={{ orphan: work.status === "published" ? "yes" : "no" }}
            parts={{
              withdraw: <a href={urls.withdrawal(work.id)}>{t("withdraw it at once")}</a>,
              leave: <a href={urls.orphaning(work.id)}>{t("leave it to its readers without your name")}</a>,
            }}
          />,
        ]}
        action={urls.workRemoval(work.id)}
        button={t("Take the work away")}
        staying={{ href: urls.editWork(work.id), text: t("Leave it as it is") }}
      />,
    );
  };
}

/** Takes a work away. */
export function handleWorkRemoval(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const workId = context.req.param("workId") ?? "";
    await database.write((writer) => removeWork(writer, member, workId, Date.now()));
    context.var.sayNext("work-removed");
    return context.redirect(urls.desk(), 303);
  };
}

/** Takes a work back. */
export function handleWorkReturn(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const workId = context.req.param("workId") ?? "";
    await database.write((writer) => returnWork(writer, member, workId, Date.now()));
    context.var.sayNext("work-returned");
    return context.redirect(urls.desk(), 303);
  };
}
