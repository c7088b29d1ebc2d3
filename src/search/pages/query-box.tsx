import { fandomKind } from "../../tags/tags.ts";
import { Form, SubmitButton, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { FilterNames } from "../filter-names.ts";
import { queryOfFilter } from "../filter-url.ts";
import { keyOfKind } from "../query-language/query-keys.ts";
import type { WorkFilter } from "../work-filter.ts";
import { HiddenParts } from "./hidden-parts.tsx";

/** One box for those who type; what is chosen already stays chosen. */
export function QueryBox(props: {
  page: Page;
  /** What is chosen beside what was typed. */
  base: WorkFilter;
  names: FilterNames;
  typed: string;
}) {
  const { page, base, names, typed } = props;
  const { t } = page;
  return (
    <Form page={page} action={urls.works()} method="get" class="find-box" label={t("Find by typing")}>
      <HiddenParts filter={base} />
      <TextField
        page={page}
        name="q"
        label={t("A fandom, character, writer, tag, or words in a story")}
        type="search"
        value={typed}
        spellcheck={false}
        suggests={{
          asking: true,
          fandoms: fandomsIn(base, names),
          chooser: urls.tagChooser([], `${queryOfFilter(base)}&add=with`.replace(/^&/, "")),
        }}
      />
      <SubmitButton>{t("Find")}</SubmitButton>
      <details class="find-help">
        <summary>{t("What can be typed")}</summary>
        <ul>
          {examples(page, names).map(({ typed, means }) => (
            <li>
              <code dir="ltr">{typed}</code> {means}
            </li>
          ))}
        </ul>
      </details>
    </Form>
  );
}

/** What is offered is offered beside the fandoms that are chosen. */
function fandomsIn({ all, main, mentioned }: WorkFilter, { tags }: FilterNames): string[] {
  return [...all, ...main, ...mentioned].filter((id) => tags.get(id)?.kindId === fandomKind);
}

function examples({ t }: Page, { kinds }: FilterNames): { typed: string; means: string }[] {
  const [fandom = "tag", character = fandom] = kinds.map(keyOfKind);
  return [
    { typed: `${fandom}:"…"`, means: t("a name of that kind; quotation marks hold several words together") },
    { typed: `-${character}:…`, means: t("a minus leaves out") },
    { typed: `(${character}:… OR ${character}:…)`, means: t("one or the other") },
    { typed: '"…"', means: t("these words in this order, inside a story; text:… for a single word") },
    { typed: `main:… mention:…`, means: t("of main importance; even if only mentioned") },
    { typed: "words:5k..40k", means: t("a length; chapters, posted and updated go the same way") },
    {
      typed: "updated:2w",
      means: t("in the last two weeks; also days (d), months (m), years (y), or dates"),
    },
    { typed: "complete:yes rating:… language:en writer:…", means: t("whatever else a work has") },
    {
      typed: "gift:… series:… pictures:yes audio:yes",
      means: t("whom it is for, where it belongs, what it shows"),
    },
    { typed: "-warning:…", means: t("without what is warned of") },
    {
      typed: "sort:words",
      means: t("also updated, posted, title, author, kudos, comments, bookmarks, hits, relevance, random"),
    },
  ];
}
