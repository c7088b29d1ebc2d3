import { FieldGroup, RadioGroup } from "../../ui/form.ts";
import { FormFold } from "../form-fold.tsx";
import {
  aiCrawlersHint,
  commentersChoices,
  searchEnginesHint,
  visibilityChoices,
  yesOrNo,
} from "../visibility-words.ts";
import { workLabels } from "../work-labels.ts";
import { workFieldNames as names } from "../work-values.ts";
import type { WorkFormProps } from "./work-form-props.ts";

/** Who may read the work, who may comment, and what is said to robots: with what each can and cannot keep away. */
export function WorkVisibilityFields({ page, values, errors }: WorkFormProps) {
  const { t } = page;
  const { access } = values;
  const isUsual =
    access.searchEngines !== "no" &&
    access.aiCrawlers !== "yes" &&
    values.searchable !== "no" &&
    (access.commentsFrom || "everyone") === "everyone" &&
    access.commentsHeld !== "yes";
  return (
    <FieldGroup legend={t("Who sees it")}>
      <RadioGroup
        page={page}
        name={names.visibility}
        label={workLabels(t).visibility}
        value={values.visibility}
        choices={visibilityChoices(t)}
        error={errors[names.visibility]}
      />
      <FormFold title={t("Comments, search engines, makers of AI")} open={!isUsual}>
        <RadioGroup
          page={page}
          name={names.commentsFrom}
          label={workLabels(t).commentsFrom}
          hint={t("Only those who may read the work, whatever is chosen here.")}
          value={access.commentsFrom || "everyone"}
          choices={commentersChoices(t)}
        />
        <RadioGroup
          page={page}
          name={names.commentsHeld}
          label={workLabels(t).commentsHeld}
          hint={t("You then let each through, or not; until then nobody else sees it.")}
          value={access.commentsHeld === "yes" ? "yes" : "no"}
          choices={yesOrNo(t)}
          inRow
        />
        <RadioGroup
          page={page}
          name={names.searchable}
          label={workLabels(t).searchable}
          hint={t("It is found by its title and its tags either way.")}
          value={values.searchable === "no" ? "no" : "yes"}
          choices={yesOrNo(t)}
          inRow
        />
        <RadioGroup
          page={page}
          name={names.searchEngines}
          label={workLabels(t).searchEngines}
          hint={searchEnginesHint(t)}
          value={access.searchEngines === "no" ? "no" : "yes"}
          choices={yesOrNo(t)}
          inRow
        />
        <RadioGroup
          page={page}
          name={names.aiCrawlers}
          label={workLabels(t).aiCrawlers}
          hint={aiCrawlersHint(t)}
          value={access.aiCrawlers === "yes" ? "yes" : "no"}
          choices={yesOrNo(t)}
          inRow
        />
      </FormFold>
    </FieldGroup>
  );
}
