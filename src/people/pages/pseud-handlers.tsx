import { z } from "zod";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { fieldErrorsOf } from "../../plumbing/http/field-errors.ts";
import { type FormValues, readForm } from "../../plumbing/http/form-values.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { StoryRefused } from "../../story-text/story-refused.ts";
import { noteFromTyped, typedFromNote } from "../../story-text/typed.ts";
import { type FieldErrors, NotFound } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import { PseudTaken } from "../add-pseud.ts";
import { changePseud } from "../change-pseud.ts";
import {
  checkIcon,
  describeIcon,
  type IconRefusal,
  type IconToKeep,
  keepIcon,
  removeIcon,
} from "../keep-icon.ts";
import { memberOf } from "../member-only.ts";
import { findIcon } from "../pseud-icons.ts";
import { pseudNameShape } from "../pseud-name.ts";
import { findOwnPseud, type Pseud } from "../pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../request.ts";
import { PseudPage, type PseudValues } from "./pseud-page.tsx";

/** What the page of a name needs. */
type NameParts = { database: Database; files: FileStore; settings: SettingsKeeper };

/** The most characters about a writer, and of what a picture shows. */
const [mostAbout, mostAlt] = [5_000, 250];

/** Shows one of a member's names to be changed. */
export function showPseud(parts: NameParts): ArchiveHandler {
  return async (context) => answer(context, parts, await ownPseud(context, parts.database), null);
}

/** Changes a name, the text about it, and its picture: all of it, or nothing. */
export function handlePseudForm(parts: NameParts): ArchiveHandler {
  const { database, files } = parts;
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const pseud = await ownPseud(context, database);
    const form = await readForm(context);
    const values = { name: form.text("name"), about: form.text("about"), alt: form.text("alt") };
    const again = (errors: FieldErrors) => answer(context, parts, pseud, { values, errors });
    const { changed, errors } = readNameForm(values, t);
    const { icon, refusal } = await readIcon(form, parts);
    const alt = values.alt.replace(/\s+/gu, " ").trim();
    const goes = form.text("remove-icon") === "yes" && icon === null;
    const had = await findIcon(database.reading, pseud.id);
    const all: FieldErrors = {
      ...errors,
      ...(refusal
        ? { icon: refusalSentence(refusal, (await parts.settings.current()).iconKilobytes, t) }
        : {}),
      ...(alt === "" && !goes && (icon || had)
        ? { alt: t("Say in a few words what the picture shows.") }
        : {}),
    };
    if (changed === null || Object.keys(all).length > 0) return again(all);
    try {
      await database.write((writer) => changePseud(writer, member.accountId, pseud.id, changed, Date.now()));
    } catch (cause) {
      if (cause instanceof PseudTaken)
        return again({
          name: t("Somebody writes under this name already, or under one that looks just like it."),
        });
      throw cause;
    }
    if (icon) await keepIcon(database, files, pseud.id, { ...icon, alt }, Date.now());
    else if (goes && had) await removeIcon(database, files, pseud.id, Date.now());
    else if (had && had.alt !== alt) await describeIcon(database, pseud.id, alt, Date.now());
    context.var.sayNext("pseud-changed");
    return context.redirect(urls.accountPseud(pseud.id), 303);
  };
}

/** @throws SignInNeeded for a visitor, NotFound unless the name is the member's own */
async function ownPseud(context: ArchiveContext, database: Database): Promise<Pseud> {
  const { accountId } = memberOf(context);
  const pseud = await findOwnPseud(database.reading, accountId, context.req.param("pseudId") ?? "");
  if (!pseud) throw new NotFound();
  return pseud;
}

function readNameForm(
  values: PseudValues,
  t: Translate,
): { changed: { name: string; about: string } | null; errors: FieldErrors } {
  const tooLong = (most: number) => t("This text has at most {most} characters.", { most });
  const read = z
    .object({
      name: pseudNameShape(t),
      about: z.string().max(mostAbout, tooLong(mostAbout)),
      alt: z.string().max(mostAlt, tooLong(mostAlt)),
    })
    .safeParse(values);
  if (!read.success) return { changed: null, errors: fieldErrorsOf(read.error) };
  try {
    const about = serialiseStory(noteFromTyped(values.about));
    return { changed: { name: read.data.name, about }, errors: {} };
  } catch (cause) {
    if (!(cause instanceof StoryRefused)) throw cause;
    return { changed: null, errors: { about: t(cause.sentence, cause.values) } };
  }
}

async function readIcon(
  form: FormValues,
  { settings }: NameParts,
): Promise<{ icon: IconToKeep | null; refusal: IconRefusal | null }> {
  const file = form.file("icon");
  if (!file || file.size === 0) return { icon: null, refusal: null };
  const { iconKilobytes } = await settings.current();
  const checked = checkIcon(new Uint8Array(await file.arrayBuffer()), iconKilobytes);
  return typeof checked === "string" ? { icon: null, refusal: checked } : { icon: checked, refusal: null };
}

function refusalSentence(refusal: IconRefusal, kilobytes: number, t: Translate): string {
  return {
    "too large": t(
      "This picture has more than {most, number} kilobytes. Choose a smaller one; everything else you typed is still here.",
      { most: kilobytes },
    ),
    "no picture": t(
      "This is no PNG, JPEG, GIF or WebP picture, or it is damaged. Choose another; everything else you typed is still here.",
    ),
    "too wide": t(
      "This picture is more than 4,000 points wide or high. Choose a smaller one; everything else you typed is still here.",
    ),
  }[refusal];
}

async function answer(
  context: ArchiveContext,
  { database, settings }: NameParts,
  pseud: Pseud,
  refused: { values: PseudValues; errors: FieldErrors } | null,
) {
  const [icon, { iconKilobytes }] = await Promise.all([
    findIcon(database.reading, pseud.id),
    settings.current(),
  ]);
  const standing = {
    name: pseud.name,
    about: typedFromNote(readStored(pseud.about)),
    alt: icon?.alt ?? "",
  };
  return context.html(
    <PseudPage
      page={context.var.page}
      pseud={pseud}
      icon={icon}
      values={refused?.values ?? standing}
      errors={refused?.errors ?? {}}
      kilobytes={iconKilobytes}
    />,
    refused ? 422 : 200,
  );
}
