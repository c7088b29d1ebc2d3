import { RadioGroup } from "../../ui/form.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { Joined } from "../joined.tsx";
import type { CreatorRole } from "../work.ts";
import { workLabels } from "../work-labels.ts";
import { workFieldNames as names } from "../work-values.ts";
import type { WorkFormProps } from "./work-form-props.ts";

/** Who writes the work too and has said yes. They leave it by themselves; the form cannot take them away. */
export function CoAuthors({ page, choices }: WorkFormProps) {
  if (choices.coAuthors.length === 0) return null;
  const people = choices.coAuthors.map(({ name }) => <span dir="auto">{name}</span>);
  return (
    <p class="hint">
      <Sentence
        page={page}
        says="Together with {names}, who said yes to it and may change it as you do."
        parts={{ names: <Joined page={page} items={people} /> }}
      />
    </p>
  );
}

/** Who was asked to be named in a role and has not answered. */
export function askedSentence({ page, choices }: WorkFormProps, role: CreatorRole): string | null {
  const names = choices.asked.filter((asked) => asked.role === role).map(({ name }) => name);
  if (names.length === 0) return null;
  return page.t("Asked, and not answered yet: {names}.", {
    names: new Intl.ListFormat(page.locale, { type: "conjunction" }).format(names),
  });
}

/** Whether readers are told whose the work is; asked only where the archive allows not to. */
export function WorkAnonymityField({ page, values, choices }: WorkFormProps) {
  const { t } = page;
  if (!choices.mayBeAnonymous) return null;
  if (!choices.decidesAnonymity)
    return (
      <p class="hint">
        {values.anonymous === "yes"
          ? t("It is given as “Anonymous”. Whoever keeps the work decides that.")
          : t("It is given under your names. Whoever keeps the work decides that.")}
      </p>
    );
  return (
    <RadioGroup
      page={page}
      name={names.anonymous}
      label={workLabels(t).anonymous}
      value={values.anonymous === "yes" ? "yes" : "no"}
      choices={[
        { value: "no", label: t("Yes, under the names above") },
        {
          value: "yes",
          label: t("No, give it as “Anonymous”"),
          hint: t(
            "Nobody but its authors is told whose it is: not on pages, in lists, feeds, files or letters, and not by the series it is in. Your notes and the story stay as you wrote them: look whether they tell. You can show your names whenever you like.",
          ),
        },
      ]}
    />
  );
}
