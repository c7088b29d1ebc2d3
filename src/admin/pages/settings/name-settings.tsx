import { FieldGroup, RadioGroup } from "../../../ui/form.ts";
import { NumberSetting } from "./number-setting.tsx";
import type { SettingsProps } from "./settings-props.ts";

/** Stories without a name, and names on them. */
export function NameSettings({ page, typed, errors }: SettingsProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("Names")}>
      <RadioGroup
        page={page}
        name="anonymousWorks"
        label={t("Stories without a name")}
        value={typed.anonymousWorks}
        choices={[
          {
            value: "off",
            label: t("Not here"),
            hint: t("What was given without a name before stays so."),
          },
          {
            value: "allowed",
            label: t("Allowed"),
            hint: t(
              "A writer may give a story as “Anonymous”: only those who wrote it are told whose it is.",
            ),
          },
        ]}
        error={errors.anonymousWorks}
      />
      <NumberSetting
        page={page}
        name="daysUnasked"
        label={t("Days before somebody is asked again")}
        says={t("Who says no to being named on a story is not asked again for this long.")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="iconKilobytes"
        label={t("Largest picture beside a name, in kilobytes")}
        typed={typed}
        errors={errors}
      />
    </FieldGroup>
  );
}
