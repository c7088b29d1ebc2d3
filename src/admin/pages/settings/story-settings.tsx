import { FieldGroup, SelectField } from "../../../ui/form.ts";
import { languageChoices } from "../../../works/languages.ts";
import { NumberSetting } from "./number-setting.tsx";
import type { SettingsProps } from "./settings-props.ts";

/** How stories are listed and kept. */
export function StorySettings({ page, typed, errors }: SettingsProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("Stories")}>
      <SelectField
        page={page}
        name="language"
        label={t("Language")}
        hint={t("What a new story begins as (its writer may choose another), and the language of letters.")}
        value={typed.language}
        choices={languageChoices(page.locale, [typed.language])}
        error={errors.language}
      />
      <NumberSetting
        page={page}
        name="worksPerPage"
        label={t("Stories on one page of a list")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="daysInTrash"
        label={t("Days in the trash")}
        says={t(
          "How long a writer can take a removed story back. After that it is gone for good, its original file too.",
        )}
        typed={typed}
        errors={errors}
      />
    </FieldGroup>
  );
}
