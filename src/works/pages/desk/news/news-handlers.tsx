import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import { type FormValues, readForm } from "../../../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { changeNews, postNews, removeNews } from "../../../news/post-news.ts";
import { findNews, listNews, type News } from "../../../news.ts";
import { SavedMeanwhile } from "../../../own-work.ts";
import { finishReading, type Parsed, startReading } from "../../../typed-text.ts";
import type { Work } from "../../../work.ts";
import { typedNote } from "../../../work-values.ts";
import type { DeskParts } from "../desk-parts.ts";
import { overtakenSentence } from "../edit-work-handlers.tsx";
import { ownWorkOf } from "../own-work-of.ts";
import { RemovalPage } from "../removal-page.tsx";
import { versionOf } from "../version-field.ts";
import { NewsPage, newsField } from "./news-page.tsx";

/** Shows empty news of a work, and all that was posted before. */
export function showNewNews({ database }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { work } = await ownWorkOf(context, database.reading);
    return answer(context, database, work, null, { typed: "", version: 0 });
  };
}

/** Posts news. */
export function handleNewNews(parts: DeskParts): ArchiveHandler {
  const { database } = parts;
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const form = await readForm(context);
    const { fields, errors } = await parseNews(parts, context, form);
    if (errors)
      return answer(context, database, work, null, { typed: form.text(newsField), version: 0 }, { errors });
    await database.write((writer) => postNews(writer, member, work.id, fields.text, Date.now()));
    context.var.sayNext("news-posted");
    return context.redirect(urls.newNews(work.id), 303);
  };
}

/** Shows news to its author, to be changed. */
export function showEditNews({ database }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { work, news } = await ownNewsOf(context, database);
    return answer(context, database, work, news, { typed: typedNote(news.text), version: news.version });
  };
}

/** Changes news. */
export function handleEditNews(parts: DeskParts): ArchiveHandler {
  const { database } = parts;
  return async (context) => {
    const { member, work, news } = await ownNewsOf(context, database);
    const form = await readForm(context);
    const typed = form.text(newsField);
    const version = versionOf(form);
    const { fields, errors } = await parseNews(parts, context, form);
    if (errors) return answer(context, database, work, news, { typed, version }, { errors });
    try {
      await database.write((writer) =>
        changeNews(writer, member, work.id, news.id, version, fields.text, Date.now()),
      );
    } catch (cause) {
      if (!(cause instanceof SavedMeanwhile)) throw cause;
      const now = await ownNewsOf(context, database);
      const shown = { typed, version: now.news.version };
      const refused = { errors: { "": overtakenSentence(context) }, standing: now.news.text };
      return answer(context, database, work, now.news, shown, refused);
    }
    context.var.sayNext("news-changed");
    return context.redirect(urls.newNews(work.id), 303);
  };
}

/** Asks whether news shall be taken back. */
export function showNewsRemoval({ database }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { page } = context.var;
    const { t } = page;
    const { work, news } = await ownNewsOf(context, database);
    return context.html(
      <RemovalPage
        page={page}
        question={t("Take this news back?")}
        sentences={[
          t("It is gone for good, from the page of the work and from here."),
          t("Whoever was told of it has been told."),
        ]}
        action={urls.newsRemoval(work.id, news.id)}
        button={t("Take the news back")}
        staying={{ href: urls.newNews(work.id), text: t("Leave it as it is") }}
      />,
    );
  };
}

/** Takes news back. */
export function handleNewsRemoval({ database }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const newsId = context.req.param("newsId") ?? "";
    await database.write((writer) => removeNews(writer, member, work.id, newsId, Date.now()));
    context.var.sayNext("news-removed");
    return context.redirect(urls.newNews(work.id), 303);
  };
}

async function ownNewsOf(context: ArchiveContext, { reading }: Database) {
  const own = await ownWorkOf(context, reading);
  const news = await findNews(reading, own.work, context.req.param("newsId") ?? "");
  if (!news) throw new NotFound();
  return { ...own, news };
}

async function parseNews(
  { settings }: DeskParts,
  context: ArchiveContext,
  form: FormValues,
): Promise<Parsed<{ text: string }>> {
  const { t } = context.var.page;
  const reader = startReading(t);
  const { noteCharacters } = await settings.current();
  const text = reader.note(newsField, t("What you want to tell them"), form.text(newsField), noteCharacters);
  if (text === "") reader.refuse(newsField, t("There are no words in it yet."));
  return finishReading(reader, { text });
}

async function answer(
  context: ArchiveContext,
  { reading }: Database,
  work: Work,
  news: News | null,
  shown: { typed: string; version: number },
  refused?: { errors: FieldErrors; standing?: string },
) {
  return context.html(
    <NewsPage
      page={context.var.page}
      work={work}
      news={news}
      earlier={await listNews(reading, work)}
      {...shown}
      errors={refused?.errors ?? {}}
      standing={refused?.standing ?? null}
    />,
    refused === undefined ? 200 : refused.standing === undefined ? 422 : 409,
  );
}
