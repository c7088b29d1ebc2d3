import { Checkbox, CheckboxGroup, FieldGroup, RadioGroup, SelectField, TextField } from "../../../ui/form.ts";
import type { Page } from "../../../ui/page.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { FormFold } from "../../form-fold.tsx";
import { languageChoices } from "../../languages.ts";
import { mostNameCharacters, type TypedRule } from "./rule-form.ts";
import type { RuleNames } from "./rule-names.ts";

type Fields = { page: Page; typed: TypedRule; errors: FieldErrors; names: RuleNames };

/** How a rule keeps works quiet. */
export function MannerField({ page, manner }: { page: Page; manner: string }) {
  const { t } = page;
  return (
    <RadioGroup
      page={page}
      name="manner"
      label={t("What becomes of them")}
      value={manner === "hide" ? "hide" : "fold"}
      choices={[
        { value: "fold", label: t("Fold each to one quiet line that says why, with a way to show it once") },
        { value: "hide", label: t("Leave them out altogether") },
      ]}
    />
  );
}

/** Everything a rule may be about, the rarer things folded away. */
export function RuleFieldset(props: Fields) {
  const { page, typed, errors, names } = props;
  const { t } = page;
  return (
    <>
      <TextField
        page={page}
        name="tags"
        label={t("Tags you do not want to meet")}
        hint={t(
          "With commas between them. Other names of a tag, and what is under it, count too, as they do in filters.",
        )}
        value={typed.tags}
        suggests={{ several: true }}
        error={errors.tags}
      />
      <SelectField
        page={page}
        name="bearing"
        label={t("How such a tag stands on a work")}
        value={typed.bearing}
        choices={[
          { value: "has", label: t("It is about that, or it stands on the side") },
          { value: "main", label: t("It is mainly about that") },
          { value: "mentions", label: t("Even if it is only mentioned") },
        ]}
      />
      <TextField
        page={page}
        name="writers"
        label={t("Writers")}
        hint={t("The names they write under, with commas between them.")}
        value={typed.writers}
        autocomplete="off"
        error={errors.writers}
      />
      <Exceptions {...props} />
      <Lengths {...props} />
      <Languages {...props} />
      <FormFold title={t("Warnings that are not said")} open={typed.unsaid.length > 0}>
        <CheckboxGroup
          page={page}
          name="unsaid"
          label={t("Hide works that say neither yes nor no to these")}
          choices={names.warnings
            .filter(({ id, retired }) => !retired || typed.unsaid.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          values={typed.unsaid}
        />
      </FormFold>
      {typed.works.length > 0 && (
        <Works {...props} field="works" label={t("These works")} ids={typed.works} />
      )}
    </>
  );
}

function Exceptions(props: Fields) {
  const { page, typed, errors } = props;
  const { t } = page;
  const open =
    [typed.unlessTags, typed.unlessWriters].some((text) => text !== "") ||
    typed.unlessWorks.length > 0 ||
    Boolean(errors["unless-tags"] ?? errors["unless-writers"]);
  return (
    <FormFold title={t("Except …")} open={open}>
      <TextField
        page={page}
        name="unless-tags"
        label={t("Works with any of these tags are shown all the same")}
        value={typed.unlessTags}
        suggests={{ several: true }}
        error={errors["unless-tags"]}
      />
      <TextField
        page={page}
        name="unless-writers"
        label={t("Works by any of these writers are shown all the same")}
        value={typed.unlessWriters}
        autocomplete="off"
        error={errors["unless-writers"]}
      />
      {typed.unlessWorks.length > 0 && (
        <Works
          {...props}
          field="unless-works"
          label={t("These works are shown all the same")}
          ids={typed.unlessWorks}
        />
      )}
    </FormFold>
  );
}

function Lengths({ page, typed, errors }: Fields) {
  const { t } = page;
  const fields = [
    { name: "fewer-words", label: t("Shorter than so many words"), value: typed.fewerWords },
    { name: "more-words", label: t("Longer than so many words"), value: typed.moreWords },
    { name: "more-fandoms", label: t("In more than so many fandoms"), value: typed.moreFandoms },
    {
      name: "stale-years",
      label: t("Unfinished, with nothing new for so many years"),
      value: typed.staleYears,
    },
  ];
  return (
    <FormFold
      title={t("Length, number of fandoms, long unfinished")}
      open={fields.some(({ name, value }) => value !== "" || errors[name] !== undefined)}
    >
      {fields.map(({ name, label, value }) => (
        <TextField
          page={page}
          name={name}
          label={label}
          value={value}
          inputmode="numeric"
          size="short"
          autocomplete="off"
          error={errors[name]}
        />
      ))}
    </FormFold>
  );
}

function Languages({ page, typed }: Fields) {
  const { t } = page;
  return (
    <FormFold title={t("Languages")} open={typed.languages.length > 0}>
      <FieldGroup legend={t("Languages of stories")}>
        <Checkbox
          page={page}
          name="languages-but"
          label={t("Hide every language but those ticked below")}
          hint={t("Unticked, those below are hidden.")}
          checked={typed.languagesBut === "yes"}
        />
        <CheckboxGroup
          page={page}
          name="languages"
          label={t("Languages")}
          inRow
          choices={languageChoices(page.locale, typed.languages)}
          values={typed.languages}
        />
      </FieldGroup>
    </FormFold>
  );
}

/** Works are put into a rule from their own pages, and taken out of it here. */
function Works({ page, names, field, label, ids }: Fields & { field: string; label: string; ids: string[] }) {
  return (
    <CheckboxGroup
      page={page}
      name={field}
      label={label}
      choices={ids.map((id) => ({
        value: id,
        label: names.works.get(id) ?? page.t("A work that is not here any more"),
      }))}
      values={ids}
    />
  );
}

/** A rule's name. */
export function RuleNameField({
  page,
  name,
  error,
}: {
  page: Page;
  name: string;
  error: string | undefined;
}) {
  const { t } = page;
  return (
    <TextField
      page={page}
      name="name"
      label={t("A name for this rule, if you want one")}
      hint={t("It is told beside what the rule folds away.")}
      value={name}
      maxLength={mostNameCharacters}
      autocomplete="off"
      error={error}
    />
  );
}
