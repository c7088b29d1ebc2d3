import type { TagKind } from "../../tags/tags.ts";
import { Form, HiddenField, SelectField, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { writeNames } from "../../works/name-list.ts";
import { queryOfFilter } from "../filter-url.ts";
import type { TagSuggestion } from "../found.ts";
import { type Filling, filled, replacedBy } from "./filling.ts";
import { HiddenParts } from "./hidden-parts.tsx";
import { OfferedNames } from "./offered-names.tsx";

/**
 * Tags by a part of their name. Who puts a filter together goes back to it with one click, the tag added; who fills in
 * a form of their own is told what to type there.
 */
export function ChoosePage(props: {
  page: Page;
  kinds: TagKind[];
  /** Ids of the kinds asked for; none: all. */
  chosenKinds: string[];
  typed: string;
  /** null while the archive is still reading its shelves. */
  tags: TagSuggestion[] | null;
  filling: Filling | null;
}) {
  const { page, kinds, chosenKinds, typed, tags, filling } = props;
  const { t } = page;
  const title = t("Look a name up");
  return (
    <Layout page={page} title={title} noindex>
      <header class="page-head">
        <h1>{title}</h1>
        <p class="quiet">
          {filling
            ? replacedBy(filling.add) === null
              ? t(
                  "Type a part of the name; what you choose is added to your list, and all else stays as it was.",
                )
              : t(
                  "Type a part of the name; your list will have works with either, and all else stays as it was.",
                )
            : t("Type a part of the name to see how it is written here. In your form, type it the same way.")}
        </p>
      </header>
      <Form page={page} action={urls.tagChooser()} method="get" class="form chooser">
        {filling && <HiddenParts filter={filling.filter} />}
        {filling && <HiddenField name="add" value={filling.add} />}
        <div class="field-row">
          <TextField
            page={page}
            name="typed"
            label={t("Part of a name")}
            value={typed}
            autocomplete="off"
            spellcheck={false}
          />
          <SelectField
            page={page}
            name="kind"
            label={t("Kind of tag")}
            value={chosenKinds.join(".")}
            nothing={t("All kinds")}
            choices={kindChoices(page, kinds, chosenKinds)}
          />
          <SubmitButton>{t("Show names")}</SubmitButton>
        </div>
      </Form>
      {tags === null ? (
        <Notice title={t("The archive has just been started and is still reading its shelves")}>
          <p>{t("In a few moments names can be looked up again: open this page once more.")}</p>
        </Notice>
      ) : (
        typed !== "" && (
          <OfferedNames
            page={page}
            tags={tags}
            typed={typed}
            kinds={chosenKinds.length === 1 ? [] : kinds}
            urlOf={(id) => (filling ? urls.works(queryOfFilter(filled(filling, id))) : urls.tag(id))}
            besides={(name) => !filling && writeNames([name]) !== name && <Quoted page={page} name={name} />}
          />
        )
      )}
      {filling && (
        <p>
          <a href={urls.works(queryOfFilter(filling.filter))}>{t("Back without choosing")}</a>
        </p>
      )}
    </Layout>
  );
}

/** Several kinds at once stay one choice among the others. */
function kindChoices({ t }: Page, kinds: TagKind[], chosen: string[]) {
  const each = kinds.map(({ id, plural }) => ({ value: id, label: plural }));
  return chosen.length > 1 ? [{ value: chosen.join("."), label: t("Several kinds") }, ...each] : each;
}

/** A name with a comma of its own is taken for two where several can be typed. */
function Quoted({ page, name }: { page: Page; name: string }) {
  return (
    <span class="small">
      <Sentence
        page={page}
        says="among others, type it as {name}"
        parts={{ name: <code dir="auto">{writeNames([name])}</code> }}
      />
    </span>
  );
}
