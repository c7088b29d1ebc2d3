import { RadioGroup } from "../../ui/form.ts";
import { FormFold } from "../form-fold.tsx";
import { permissionAnswers, permissionWords } from "../permissions.ts";
import { workFieldNames as names } from "../work-values.ts";
import type { WorkFormProps } from "./work-form-props.ts";

/** What others may do with the work: a yes, "ask first" or no to each thing of the owner's list, or nothing said. */
export function WorkPermissionFields({ page, values, choices }: WorkFormProps) {
  const { t } = page;
  if (choices.permissions.length === 0) return null;
  return (
    <FormFold
      title={t("What others may do with it")}
      open={Object.values(values.permissions).some((answer) => answer !== "")}
    >
      <p class="hint">
        {t("Shown with the work and in every file of it. Say nothing, and nothing is shown.")}
      </p>
      {choices.permissions.map(({ id, name, about }) => (
        <RadioGroup
          page={page}
          name={names.permission(id)}
          label={name}
          hint={about || undefined}
          value={values.permissions[id] ?? ""}
          choices={[
            ...permissionAnswers.map((answer) => ({ value: answer, label: permissionWords(t, answer) })),
            { value: "", label: t("Not said") },
          ]}
          inRow
        />
      ))}
    </FormFold>
  );
}
