import { fandomKind, type KindInUse } from "../../tags/tags.ts";
import { CheckboxGroup, type Suggests, TextField } from "../../ui/form.ts";
import { FormFold } from "../form-fold.tsx";
import { tagFieldOf, workLabels } from "../work-labels.ts";
import { workFieldNames as names } from "../work-values.ts";
import { hintOf, type WorkFormProps } from "./work-form-props.ts";

/** The tags of one kind: in one field what the work is mainly about, folded away what matters less. */
export function WorkTagField(props: WorkFormProps & { kind: KindInUse; hint?: string }) {
  return (
    <>
      <MainTagField {...props} />
      {props.kind.weighted && <LesserTagFields {...props} />}
    </>
  );
}

/** Names of the kind, those first that stand beside the work's fandoms. */
function namesOf({ id }: KindInUse): Suggests {
  return { kinds: [id], several: true, fandomField: id === fandomKind ? undefined : names.tags(fandomKind) };
}

function MainTagField(props: WorkFormProps & { kind: KindInUse; hint?: string }) {
  const { page, values, errors, kind } = props;
  const name = names.tags(kind.id);
  return (
    <TextField
      page={page}
      name={name}
      label={kind.plural}
      hint={hintOf(props, name, props.hint)}
      value={values.tags[kind.id] ?? ""}
      suggests={namesOf(kind)}
      error={errors[name]}
    />
  );
}

/** What stands on the side or is only mentioned: lists and filters mean what is not only mentioned. */
function LesserTagFields({ page, values, errors, kind, remarks }: WorkFormProps & { kind: KindInUse }) {
  const { t } = page;
  const fields = [
    { ...tagFieldOf("side", kind, t), typed: values.sideTags[kind.id] ?? "" },
    { ...tagFieldOf("mention", kind, t), typed: values.mentionedTags[kind.id] ?? "" },
  ];
  return (
    <FormFold
      title={t("{kind} on the side, or only mentioned", { kind: kind.plural })}
      open={fields.some(({ name, typed }) => typed !== "" || errors[name] !== undefined)}
    >
      {fields.map(({ name, label, typed }, index) => (
        <TextField
          page={page}
          name={name}
          label={label}
          hint={hintOf(
            { remarks },
            name,
            index === 1
              ? t("Readers find the work by these only when they ask for mentions too.")
              : undefined,
          )}
          value={typed}
          suggests={namesOf(kind)}
          error={errors[name]}
        />
      ))}
    </FormFold>
  );
}

/** Every kind of tag but the fandoms, and the categories. */
export function WorkTagFields(props: WorkFormProps) {
  const { page, values, errors, choices } = props;
  const { t } = page;
  const kinds = choices.kinds.filter(({ id }) => id !== fandomKind);
  const inUse = kinds.some(({ id }) =>
    [
      [values.tags, names.tags(id)] as const,
      [values.sideTags, names.sideTags(id)] as const,
      [values.mentionedTags, names.mentionedTags(id)] as const,
    ].some(([typed, name]) => Boolean(typed[id]) || errors[name] !== undefined),
  );
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
