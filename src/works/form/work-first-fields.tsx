import { fandomKind } from "../../tags/tags.ts";
import { CheckboxGroup, HiddenField, SelectField, TextField } from "../../ui/form.ts";
import { languageChoices } from "../languages.ts";
import { workLabels } from "../work-labels.ts";
import { workFieldNames as names } from "../work-values.ts";
import { hintOf, type WorkFormProps } from "./work-form-props.ts";
import { CoAuthors } from "./work-names-fields.tsx";
import { WorkNoteField } from "./work-note-field.tsx";
import { WorkTagField } from "./work-tag-fields.tsx";

/** What every work has: title, name, fandoms, summary, language and length. */
export function WorkFirstFields(props: WorkFormProps) {
  const { page, values, errors, choices } = props;
  const { t } = page;
  const labels = workLabels(t);
  const fandoms = choices.kinds.find(({ id }) => id === fandomKind);
  return (
    <div class="field-group">
      <TextField
        page={page}
        name={names.title}
        label={labels.title}
        hint={hintOf(props, names.title)}
        value={values.title}
        autocomplete="off"
        error={errors[names.title]}
      />
      <PseudField {...props} />
      <CoAuthors {...props} />
      {fandoms && (
        <WorkTagField {...props} kind={fandoms} hint={t("In your own spelling, with commas between them.")} />
      )}
      <WorkNoteField {...props} field="summary" hint={t("A few lines, for lists and for the title page.")} />
      <div class="field-row">
        <SelectField
          page={page}
          name={names.language}
          label={labels.language}
          hint={hintOf(props, names.language)}
          value={values.language}
          choices={languageChoices(page.locale, [values.language])}
          error={errors[names.language]}
        />
        <TextField
          page={page}
          name={names.chapters}
          label={labels.chapters}
          hint={hintOf(props, names.chapters, t("A number, or ? if you do not know yet."))}
          value={values.chapters}
          size="short"
          autocomplete="off"
          error={errors[names.chapters]}
        />
      </div>
    </div>
  );
}

/** Chosen names stand first and in their order, because the first is the one the work is mainly by. */
function PseudField({ page, values, errors, choices }: WorkFormProps) {
  const { t } = page;
  const [only, ...others] = choices.pseuds;
  const error = errors[names.pseuds];
  if (only && others.length === 0 && !error)
    return (
      <p dir="auto">
        {t("By {name}.", { name: only.name })}
        <HiddenField name={names.pseuds} value={only.id} />
      </p>
    );
  const chosen = values.pseuds.flatMap((id) => choices.pseuds.filter((pseud) => pseud.id === id));
  const placed = [...chosen, ...choices.pseuds.filter(({ id }) => !values.pseuds.includes(id))];
  return (
    <CheckboxGroup
      page={page}
      name={names.pseuds}
      label={workLabels(t).pseuds}
      hint={t("Your other names stay unknown: readers see only those you tick.")}
      choices={placed.map(({ id, name }) => ({ value: id, label: name }))}
      values={values.pseuds}
      error={error}
    />
  );
}
