import type { FormValues } from "../../plumbing/http/form-values.ts";
import type { Choices } from "../close-account.ts";
import { type Fate, fates, type WorkToLeave } from "../own-work-to-leave.ts";

/** The name of a work's field. */
export function fateField(workId: string): string {
  return `fate-${workId}`;
}

/**
 * What a form chose for these works. What it does not say, or says of a work that cannot have it, is left open.
 */
export function readChoices(form: FormValues, works: readonly WorkToLeave[]): Choices {
  const chosen = works.flatMap((work): [string, Fate][] => {
    const fate = fates.find((each) => each === form.text(fateField(work.id)));
    return fate && work.fates.includes(fate) ? [[work.id, fate]] : [];
  });
  return { fates: new Map(chosen), keepComments: form.text("comments") !== "go" };
}
