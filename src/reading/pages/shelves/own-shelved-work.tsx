import { readStored } from "../../../story-text/read-stored.ts";
import { typedFromNote } from "../../../story-text/typed.ts";
import { Form, HiddenField, SubmitButton, TextArea } from "../../../ui/form.ts";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { Note } from "../../../works/story.tsx";
import { WorkBlurb } from "../../../works/work-blurb.tsx";
import type { Shelf, ShelvedWork } from "../../shelf.ts";
import { noteId } from "../own-note-id.ts";
import { shelfFieldNames as names, shelfLabels } from "./shelf-form.ts";

/** A note that could not be kept, as it was typed. */
export type RefusedShelfNote = { workId: string; note: string; error: string };

/** The form that the numbers beside the works belong to; it stands after the list. */
export const shelfOrderForm = "shelf-order";

/** The button that moves a work on: who presses it comes back to it where the work stands then. */
export function moveId(way: "up" | "down", workId: string): string {
  return `${way}-${workId}`;
}

type Props = {
  page: Page;
  shelf: Shelf;
  shelved: ShelvedWork;
  /** Its place on the shelf, from 1, and how many there are. */
  place: number;
  count: number;
  language: string;
  refused: RefusedShelfNote | null;
};

/** A work on one's own shelf: to be moved, noted on, taken off. One that is gone says nothing of itself. */
export function OwnShelvedWork(props: Props) {
  const { page, shelved } = props;
  if (shelved.work)
    return (
      <WorkBlurb page={page} work={shelved.work} level={2}>
        <OwnPart {...props} />
      </WorkBlurb>
    );
  return (
    <li class="work-blurb">
      <h2 class="work-heading">{page.t("A work you kept, now gone")}</h2>
      <OwnPart {...props} />
    </li>
  );
}

function OwnPart({ page, shelf, shelved, place, count, language, refused }: Props) {
  const { t } = page;
  const { workId, note, work } = shelved;
  const title = work?.title ?? t("A work you kept, now gone");
  const move = (way: "up" | "down", label: string, word: string) => (
    <PostButton
      id={moveId(way, workId)}
      action={urls.shelfOrder(shelf.id)}
      label={label}
      fields={{ [names.move]: way, [names.work]: workId, at: String(place) }}
    >
      {word}
    </PostButton>
  );
  return (
    <>
      {note !== "" && !refused && (
        <aside
          class="shelf-note"
          id={noteId(workId)}
          tabindex={-1}
          aria-label={t("My note on “{title}”", { title })}
        >
          <Note html={note} language={language} />
        </aside>
      )}
      {count > 1 && (
        <div class="actions shelf-place" id={`work-${workId}`}>
          <input
            type="text"
            inputmode="numeric"
            class="place"
            name={names.place(workId)}
            value={place}
            form={shelfOrderForm}
            autocomplete="off"
            aria-label={t("Place of “{title}”", { title })}
          />
          {place > 1 && move("up", t("Up: “{title}”, number {place, number}", { title, place }), t("Up"))}
          {place < count &&
            move("down", t("Down: “{title}”, number {place, number}", { title, place }), t("Down"))}
        </div>
      )}
      <details class="fold" open={refused !== null}>
        <summary aria-label={t("Note, or take it off: “{title}”", { title })}>
          {t("Note, or take it off")}
        </summary>
        <Form page={page} action={urls.shelvedWork(shelf.id)} narrow label={shelfLabels(t).note}>
          <HiddenField name={names.work} value={workId} />
          <TextArea
            page={page}
            name={names.note(workId)}
            label={shelfLabels(t).note}
            hint={shelf.visibility === "private" ? undefined : t("Whoever finds the shelf reads it.")}
            value={refused?.note ?? typedFromNote(readStored(note))}
            rows={3}
            error={refused?.error}
          />
          <SubmitButton kind="quiet" label={t("Save my note on “{title}”", { title })}>
            {t("Save my note")}
          </SubmitButton>
        </Form>
        <PostButton
          action={urls.shelvedWork(shelf.id)}
          label={t("Take “{title}” off this shelf", { title })}
          fields={{ [names.press]: "off", [names.work]: workId }}
        >
          {t("Take it off this shelf")}
        </PostButton>
      </details>
    </>
  );
}
