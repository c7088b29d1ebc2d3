import type { FormValues } from "../../plumbing/http/form-values.ts";
import { Checkbox, HiddenField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import type { Announcement } from "./announcement.ts";

const names = { asked: "announcement", told: "tell-readers", movesUp: "move-up" };

/** Asks what readers learn when a chapter comes out, or is changed. */
export function AnnouncementFields({ page, value }: { page: Page; value: Announcement }) {
  const { t } = page;
  return (
    <>
      <HiddenField name={names.asked} value="asked" />
      <Checkbox
        page={page}
        name={names.told}
        label={t("Tell readers who asked to hear of this work")}
        checked={value.told}
      />
      <Checkbox
        page={page}
        name={names.movesUp}
        label={t("Move the work up among the last updated")}
        checked={value.movesUp}
      />
    </>
  );
}

/** What a form says of it; a form that did not ask leaves `otherwise`. */
export function readAnnouncement(form: FormValues, otherwise: Announcement): Announcement {
  if (!form.has(names.asked)) return otherwise;
  return { told: form.text(names.told) === "yes", movesUp: form.text(names.movesUp) === "yes" };
}
