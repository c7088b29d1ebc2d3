import { FieldGroup, RadioGroup, TextArea } from "../../../ui/form.ts";
import { mostCharacters } from "../settings-form.ts";
import type { SettingsProps } from "./settings-props.ts";

/** The rules, and who may join. */
export function JoiningSettings({ page, typed, errors }: SettingsProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("Rules and joining")}>
      <TextArea
        page={page}
        name="rules"
        label={t("Rules")}
        hint={t(
          "What is welcome and what is not: ratings and warnings, stories about real people, machine-made text, selling. Shown on the about page and to everybody who joins.",
        )}
        value={typed.rules}
        maxLength={mostCharacters}
        rows={10}
        error={errors.rules}
      />
      <RadioGroup
        page={page}
        name="registration"
        label={t("Who may join")}
        value={typed.registration}
        choices={[
          {
            value: "open",
            label: t("Anybody"),
            hint: t("Whoever fills in the form has an account at once."),
          },
          {
            value: "closed",
            label: t("Nobody new"),
            hint: t("Those who have an account keep it. Reading needs none."),
          },
        ]}
        error={errors.registration}
      />
    </FieldGroup>
  );
}
