import { FieldGroup, RadioGroup } from "../../../ui/form.ts";
import type { SettingsProps } from "./settings-props.ts";

/** What is counted of readers, and who is shown it. */
export function CountSettings({ page, typed, errors }: SettingsProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("Kudos and readings")}>
      <RadioGroup
        page={page}
        name="kudos"
        label={t("Kudos")}
        value={typed.kudos}
        choices={[
          {
            value: "shown",
            label: t("Shown"),
            hint: t("Everybody sees how many a story has, and may order stories by them."),
          },
          {
            value: "hidden",
            label: t("For the writer alone"),
            hint: t("Readers leave them as before. How many there are, only the story’s writer sees."),
          },
        ]}
        error={errors.kudos}
      />
      <RadioGroup
        page={page}
        name="readings"
        label={t("Readings")}
        hint={t(
          "How often a story was opened: once a day for each reader, without programs, and without keeping who it was.",
        )}
        value={typed.readings}
        choices={[
          {
            value: "ordering",
            label: t("Counted, to order stories by"),
            hint: t("The numbers are shown to nobody."),
          },
          {
            value: "shown",
            label: t("Counted and shown"),
            hint: t("Everybody sees how often a story was opened."),
          },
          {
            value: "off",
            label: t("Not counted"),
            hint: t("What was counted before is kept, and not shown."),
          },
        ]}
        error={errors.readings}
      />
      <RadioGroup
        page={page}
        name="statistics"
        label={t("Numbers for writers, by month")}
        hint={t(
          "How often the chapters of a story were read to the end, and what thanks came. Writers see those of their own stories, up to yesterday; nobody else does. Once a day for each reader, without keeping who it was.",
        )}
        value={typed.statistics}
        choices={[
          {
            value: "counted",
            label: t("Counted"),
            hint: t("Every writer, and every reader for themselves, can still say no."),
          },
          {
            value: "off",
            label: t("Not counted"),
            hint: t("No writer is shown any. What was counted before is kept."),
          },
        ]}
        error={errors.statistics}
      />
    </FieldGroup>
  );
}
