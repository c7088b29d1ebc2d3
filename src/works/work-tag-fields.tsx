import { fandomKind, type TagKind } from "../tags/tags.ts";
import { CheckboxGroup, TextField } from "../ui/form.ts";
import { FormFold } from "./form-fold.tsx";
import { hintOf, type WorkFormProps } from "./work-form-props.ts";
import { workLabels } from "./work-labels.ts";
import { workFieldNames as names } from "./work-values.ts";

/** The tags of one kind, in one field. */
export function WorkTagField(props: WorkFormProps & { kind: TagKind; hint?: string }) {
  const { page, values, errors, kind } = props;
  const name = names.tags(kind.id);
  return (
    <TextField
      page={page}
      name={name}
      label={kind.plural}
      hint={hintOf(props, name, props.hint)}
      value={values.tags[kind.id] ?? ""}
      autocomplete="off"
      error={errors[name]}
    />
  );
}

/** Every kind of tag but the fandoms, and the categories. */
export function WorkTagFields(props: WorkFormProps) {
  const { page, values, errors, choices } = props;
  const { t } = page;
  const kinds = choices.kinds.filter(({ id }) => id !== fandomKind);
  const inUse = kinds.some(({ id }) => Boolean(values.tags[id]) || errors[names.tags(id)] !== undefined);
  return (
    <FormFold title={t("More tags, and categories")} open={inUse || values.categories.length > 0}>
      {kinds.map((kind, index) => (
        <WorkTagField
          {...props}
          kind={kind}
          {...(index === 0 && {
            hint: t(
              'With commas between them. A name with a comma of its own goes in quotes: "Dear Sir, or Madam".',
            ),
          })}
        />
      ))}
      <CheckboxGroup
        page={page}
        name={names.categories}
        label={workLabels(t).categories}
        choices={choices.categories.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
        values={values.categories}
        error={errors[names.categories]}
      />
    </FormFold>
  );
}
