import { looksLikeId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";

/** A form of the writer's desk: of something new, or of what stands already. */
export type FormPlace =
  | { form: "new-work" }
  | { form: "work"; workId: string }
  | { form: "new-chapter"; workId: string }
  | { form: "chapter"; workId: string; chapterId: string };

/** Names a place in one word: "chapter:7k2mzq04vt:9b1c…". */
export function keyOfPlace(place: FormPlace): string {
  return [place.form, workOf(place), chapterOf(place)].filter((part) => part !== null).join(":");
}

/** The place a key names; null when it names none. */
export function placeOfKey(key: string): FormPlace | null {
  const [form, workId = "", chapterId = "", ...more] = key.split(":");
  if (more.length > 0 || [workId, chapterId].some((id) => id !== "" && !looksLikeId(id))) return null;
  const place = placeOf(form, workId, chapterId);
  return place && keyOfPlace(place) === key ? place : null;
}

function placeOf(form: string | undefined, workId: string, chapterId: string): FormPlace | null {
  switch (form) {
    case "new-work":
      return { form };
    case "work":
    case "new-chapter":
      return workId === "" ? null : { form, workId };
    case "chapter":
      return chapterId === "" ? null : { form, workId, chapterId };
    default:
      return null;
  }
}

/** The work a form belongs to; a new one has none yet. */
export function workOf(place: FormPlace): string | null {
  return "workId" in place ? place.workId : null;
}

/** The chapter a form belongs to. */
export function chapterOf(place: FormPlace): string | null {
  return "chapterId" in place ? place.chapterId : null;
}

/** Where the form is. @param autosaveId filled with these words, which were typed and not saved */
export function addressOfPlace(place: FormPlace, autosaveId?: string): string {
  switch (place.form) {
    case "new-work":
      return urls.newWork(autosaveId);
    case "work":
      return urls.editWork(place.workId, autosaveId);
    case "new-chapter":
      return urls.newChapter(place.workId, autosaveId);
    case "chapter":
      return urls.editChapter(place.workId, place.chapterId, autosaveId);
  }
}
