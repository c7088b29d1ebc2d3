import { FieldGroup, RadioGroup } from "../../../ui/form.ts";
import { NumberSetting } from "./number-setting.tsx";
import type { SettingsProps } from "./settings-props.ts";

/** Who may comment, at most. */
export function CommentSettings({ page, typed, errors }: SettingsProps) {
  const { t } = page;
  return (
    <FieldGroup
      legend={t("Comments")}
      hint={t("This is the most there may be. For each of their works, writers may say that fewer comment.")}
    >
      <RadioGroup
        page={page}
        name="commentsFrom"
        label={t("Who may comment")}
        value={typed.commentsFrom}
        choices={[
          {
            value: "everyone",
            label: t("Everyone"),
            hint: t("What somebody without an account writes waits until the writer or a helper lets it in."),
          },
          { value: "members", label: t("Members") },
          {
            value: "nobody",
            label: t("Nobody, for now"),
            hint: t("Comments that are there stay. For a bad day: it holds for the whole archive at once."),
          },
        ]}
        error={errors.commentsFrom}
      />
      <NumberSetting
        page={page}
        name="commentsPerPage"
        label={t("Comments on one page")}
        typed={typed}
        errors={errors}
      />
    </FieldGroup>
  );
}
