import type { Choice } from "../../ui/form.ts";
import { SelectField, TextField } from "../../ui/form.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { FormFold } from "../form-fold.tsx";
import { languageChoices } from "../languages.ts";
import type { OwnRelated } from "../own-related.ts";
import { kindWord, relatedKinds } from "../related.ts";
import {
  emptyRelated,
  isRelatedTyped,
  relatedFieldNames as names,
  relatedAddress,
} from "../related-typed.ts";
import { hintOf, type WorkFormProps } from "./work-form-props.ts";

/** What the work is made of: a translation of another, inspired by one. One row each, and always a spare one. */
export function WorkRelatedFields(props: WorkFormProps) {
  const { page, values, errors } = props;
  const { t } = page;
  const last = values.related.findLastIndex(isRelatedTyped);
  const rows = [...values.related.slice(0, last + 1), emptyRelated];
  const languages = languageChoices(
    page.locale,
    rows.map(({ language }) => language),
  );
  const refused = Object.keys(errors).some((name) => name.startsWith("related-"));
  return (
    <FormFold title={t("Related works: translated from, inspired by …")} open={last >= 0 || refused}>
      <p class="hint">
        {t(
          "Readers see this under the title and in every file. Works of yours are linked both ways at once. Somebody else is asked whether theirs leads to yours; your thanks stand in any case.",
        )}
      </p>
      {rows.map((_, row) => (
        <RelatedRow {...props} row={row} languages={languages} />
      ))}
      <p class="hint">{t("For several works, save: each time there is one more empty row.")}</p>
    </FormFold>
  );
}

function RelatedRow({ row, languages, ...props }: WorkFormProps & { row: number; languages: Choice[] }) {
  const { page, values, errors, choices } = props;
  const { t } = page;
  const typed = values.related[row] ?? emptyRelated;
  const standing = choices.related.find(
    ({ workId }) => workId !== null && workId === relatedAddress(typed.work).workId,
  );
  const isElsewhere = [typed.title, typed.author, typed.language].some((words) => words !== "");
  const numbered = (label: string) =>
    row === 0 ? label : t("{label} ({number, number})", { label, number: row + 1 });
  const elsewhereRefused = [names.title(row), names.author(row)].some((name) => errors[name] !== undefined);
  return (
    <div class="field-group">
      <div class="field-row">
        <SelectField
          page={page}
          name={names.kind(row)}
          label={numbered(t("This work is"))}
          nothing={t("Choose")}
          value={typed.kind}
          choices={relatedKinds.map((kind) => ({ value: kind, label: kindWord(t, kind) }))}
          error={errors[names.kind(row)]}
        />
        <TextField
          page={page}
          name={names.work(row)}
          label={numbered(t("The other work"))}
          hint={hintOf(
            props,
            names.work(row),
            standing
              ? standingSentence(t, standing)
              : t("Its address, here or elsewhere; of your own, the title will do."),
          )}
          value={typed.work}
          suggestions={row === 0 && choices.ownTitles.length > 0 ? choices.ownTitles : undefined}
          autocomplete="off"
          error={errors[names.work(row)]}
        />
      </div>
      <details open={isElsewhere || elsewhereRefused}>
        <summary>{numbered(t("It is not in this archive"))}</summary>
        <div class="field-row">
          <TextField
            page={page}
            name={names.title(row)}
            label={numbered(t("Its title"))}
            value={typed.title}
            autocomplete="off"
            error={errors[names.title(row)]}
          />
          <TextField
            page={page}
            name={names.author(row)}
            label={numbered(t("Its writer"))}
            value={typed.author}
            autocomplete="off"
            error={errors[names.author(row)]}
          />
          <SelectField
            page={page}
            name={names.language(row)}
            label={numbered(t("Its language"))}
            nothing={t("Not said")}
            value={typed.language}
            choices={languages}
          />
        </div>
      </details>
    </div>
  );
}

function standingSentence(t: Translate, { title, standing, leads }: OwnRelated): string {
  const work = { title: title || t("Without a title yet") };
  switch (standing) {
    case "own":
      return t("“{title}”, yours: each leads to the other.", work);
    case "yes":
      return t("“{title}”: its writer said yes, and each leads to the other.", work);
    case "no":
      return t("“{title}”: its writer said no. Yours names it, and neither leads to the other.", work);
    case "asked":
      return leads
        ? t("“{title}”: yours leads to it. Its writer is asked whether theirs leads to yours.", work)
        : t(
            "“{title}”: its writer is asked. Until they say yes, yours names it and does not lead to it.",
            work,
          );
    default:
      return t("A work that you cannot read now. Readers who cannot either are told nothing of it.");
  }
}
