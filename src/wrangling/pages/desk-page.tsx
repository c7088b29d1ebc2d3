import type { Medium } from "../../tags/media.ts";
import { fandomKind, type TagKind } from "../../tags/tags.ts";
import {
  Checkbox,
  ErrorSummary,
  type FieldErrors,
  Form,
  FormButtons,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { QueuePage } from "../queue.ts";
import type { CataloguedTag } from "../tag-catalogue.ts";
import type { LoggedBatch } from "../wrangling-log.ts";
import { BatchSentence } from "./deed-sentence.tsx";
import type { DeskQuery, SentDesk } from "./desk-form.ts";
import { DeskNav } from "./desk-nav.tsx";
import { KeyHelp } from "./key-help.tsx";
import { WaitingRow } from "./waiting-row.tsx";

type DeskProps = {
  page: Page;
  script: string;
  query: DeskQuery;
  kinds: readonly TagKind[];
  media: readonly Medium[];
  queue: QueuePage;
  /** Canonical tags and synonyms that were searched for. */
  found: readonly CataloguedTag[];
  /** What this wrangler did last, while it is easily regretted. */
  last: LoggedBatch | null;
  /** A form that was refused, as it was sent. */
  sent: SentDesk | null;
  errors: FieldErrors;
};

/** The wranglers' desk: the tags nobody decided about yet. */
export function DeskPage(props: DeskProps) {
  const { page, queue, query } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("New tags")} kind="form" noindex script={props.script}>
      <h1>{t("New tags")}</h1>
      <DeskNav page={page} />
      <p class="lead">
        {t(
          "Writers type tags in their own words, and keep them. Here you say what the words mean: one canonical tag, its synonyms, and what stands under it. Whatever you do can be taken back.",
        )}
      </p>
      <div id="desk">
        <ErrorSummary page={page} errors={props.errors} />
        {props.last && <LastDone page={page} last={props.last} />}
        <WhichTags {...props} />
        {props.found.length > 0 && <Found {...props} />}
        {queue.rows.length > 0 ? <Waiting {...props} /> : <NothingWaits {...props} />}
        {queue.next !== null && (
          <p>
            <a rel="next" href={urls.wrangling({ ...query, after: queue.next })}>
              {queue.rows.length > 0 ? t("Next tags") : t("Look further")}
            </a>
          </p>
        )}
      </div>
      <MakeTag {...props} />
    </Layout>
  );
}

function LastDone({ page, last }: { page: Page; last: LoggedBatch }) {
  const { t } = page;
  return (
    <form class="wrangle-last" method="post" action={urls.wranglingUndo(last.first.id)}>
      <HiddenField name="back" value={page.path} />
      <p>
        {t("You did last:")} <BatchSentence page={page} batch={last} />
      </p>
      <p>
        <button class="link-button" type="submit" data-key="u">
          {t("Take it back")}
        </button>
      </p>
    </form>
  );
}

function WhichTags({ page, query, kinds, errors }: DeskProps) {
  const { t } = page;
  return (
    <details class="fold" open={Object.values({ ...query, after: undefined }).some(Boolean)}>
      <summary>{t("Which tags, in which order")}</summary>
      <Form page={page} method="get" action={urls.wrangling()} label={t("Which tags")}>
        <div class="field-row">
          <TextField
            page={page}
            name="name"
            label={t("Part of a name")}
            value={query.name}
            autocomplete="off"
          />
          <SelectField
            page={page}
            name="kind"
            label={t("Kind")}
            value={query.kind}
            nothing={t("Every kind")}
            choices={kinds.map(({ id, plural }) => ({ value: id, label: plural }))}
          />
        </div>
        <div class="field-row">
          <TextField
            page={page}
            name="fandom"
            label={t("Only in this fandom")}
            value={query.fandom}
            suggests={{ kinds: [fandomKind], chooser: null }}
            error={errors.fandom}
          />
          <SelectField
            page={page}
            name="order"
            label={t("Order")}
            value={query.order ?? "oldest"}
            choices={[
              { value: "oldest", label: t("waiting longest first") },
              { value: "newest", label: t("newest first") },
              { value: "used", label: t("most used first") },
            ]}
          />
        </div>
        <SubmitButton kind="quiet">{t("Show these")}</SubmitButton>
      </Form>
    </details>
  );
}

function Found({ page, found, kinds }: DeskProps) {
  const { t } = page;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t("Decided already")}</h2>
      <ul class="index-list">
        {found.map((tag) => (
          <li>
            <a href={urls.wrangledTag(tag.id)} dir="auto">
              {tag.name}
            </a>{" "}
            <span class="quiet">
              {kinds.find(({ id }) => id === tag.kindId)?.name}
              {tag.synonymOf !== null && ` · ${t("synonym")}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingWaits({ page, query, queue }: DeskProps) {
  const { t } = page;
  if (queue.next !== null) return <p>{t("None of the tags looked at so far fits. There are more.")}</p>;
  const isAll = Object.values(query).every((part) => part === undefined);
  return (
    <p>{isAll ? t("No tag waits. New ones come with new stories.") : t("No tag waits that fits this.")}</p>
  );
}

function Waiting(props: DeskProps) {
  const { page, queue, query, kinds, sent } = props;
  const { t } = page;
  return (
    <form class="form wrangle-form" method="post" action={urls.wrangling(query)} novalidate>
      <h2 id="waiting">{t("Waiting")}</h2>
      <Bulk {...props} />
      <KeyHelp page={page} />
      <ol class="wrangle-rows" aria-labelledby="waiting">
        {queue.rows.map((row) => (
          <WaitingRow
            page={page}
            row={row}
            kindName={kinds.find(({ id }) => id === row.tag.kindId)?.name ?? ""}
            ticked={sent?.ticked.includes(row.tag.id) ?? false}
          />
        ))}
      </ol>
    </form>
  );
}

/** What to do with all that are ticked. It comes first, so that Enter in its field means it and no row's button. */
function Bulk({ page, query, media, sent, errors }: DeskProps) {
  const { t } = page;
  return (
    <details class="fold wrangle-bulk" open={sent !== null && sent.press === null}>
      <summary>{t("Do one thing with several tags: tick them, then say what")}</summary>
      <div class="field-row">
        <SelectField
          page={page}
          name="do"
          label={t("What to do")}
          value={sent?.bulk ?? "merge"}
          error={errors.do}
          choices={[
            { value: "merge", label: t("merge into …") },
            { value: "put-under", label: t("put under …") },
            { value: "canonical", label: t("make canonical") },
            { value: "settle", label: t("leave as they are") },
            { value: "media", label: t("set the medium") },
          ]}
        />
        <TextField
          page={page}
          name="with"
          label={t("Name of the other tag")}
          value={sent?.name ?? ""}
          suggests={{ kinds: query.kind ? [query.kind] : [], chooser: null }}
          error={errors.with}
        />
      </div>
      <div class="field-row">
        <SelectField
          page={page}
          name="medium"
          label={t("Medium, for fandoms")}
          value={sent?.media[0] ?? ""}
          nothing={t("None chosen")}
          error={errors.medium}
          choices={media.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Checkbox
          page={page}
          name="make"
          label={t("Make the other tag if there is none")}
          checked={sent?.make}
        />
      </div>
      <FormButtons>
        <SubmitButton kind="quiet" name="press" value="">
          {t("Do this with the ticked tags")}
        </SubmitButton>
      </FormButtons>
    </details>
  );
}

function MakeTag({ page, kinds, errors }: DeskProps) {
  const { t } = page;
  return (
    <details class="fold" open={errors["new-name"] !== undefined}>
      <summary>{t("Make a canonical tag that nobody used yet")}</summary>
      <Form page={page} action={urls.wrangling()} label={t("A new canonical tag")}>
        <div class="field-row">
          <SelectField
            page={page}
            name="new-kind"
            label={t("Kind")}
            choices={kinds.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            page={page}
            name="new-name"
            label={t("Name")}
            autocomplete="off"
            error={errors["new-name"]}
          />
        </div>
        <SubmitButton kind="quiet" name="press" value="make">
          {t("Make this tag")}
        </SubmitButton>
      </Form>
      <p class="quiet">
        <Sentence
          page={page}
          says="For many at once, {link}."
          parts={{ link: <a href={urls.wranglingImport()}>{t("bring a list in")}</a> }}
        />
      </p>
    </details>
  );
}
