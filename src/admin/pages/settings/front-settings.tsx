import { FieldGroup, TextArea, TextField } from "../../../ui/form.ts";
import type { SettingsProps } from "./settings-props.ts";

/** What readers meet first. */
export function FrontSettings({ page, typed, errors }: SettingsProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("What readers meet first")}>
      <TextField
        page={page}
        name="archiveName"
        label={t("The archive’s name")}
        hint={t("It stands at the head of every page, in letters and in e-books.")}
        value={typed.archiveName}
        size="medium"
        error={errors.archiveName}
        required
      />
      <TextArea
        page={page}
        name="welcome"
        label={t("Welcome")}
        hint={t(
          "A sentence or two on the front page. An empty line begins a new paragraph; <em>, <strong> and links may be used here and below.",
        )}
        value={typed.welcome}
        rows={3}
        error={errors.welcome}
      />
      <TextArea
        page={page}
        name="about"
        label={t("About this archive")}
        hint={t("Who keeps it, for which stories, and how to reach you. It makes the about page.")}
        value={typed.about}
        rows={8}
        error={errors.about}
      />
    </FieldGroup>
  );
}
