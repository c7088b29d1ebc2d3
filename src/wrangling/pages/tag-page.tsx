import type { PropsWithChildren } from "hono/jsx";
import type { Medium } from "../../tags/media.ts";
import { fandomKind } from "../../tags/tags.ts";
import {
  CheckboxGroup,
  ErrorSummary,
  type FieldErrors,
  Form,
  HiddenField,
  SubmitButton,
  TextField,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { seenMark } from "../tag-catalogue.ts";
import { mostShown, type NamedTag, type WrangledTag } from "../wrangled-tag.ts";
import { DeskNav } from "./desk-nav.tsx";
import { LogEntry } from "./log-entry.tsx";
import { reasonSentence } from "./reason-sentence.ts";
import { worksSentence } from "./works-sentence.ts";

/** Names typed in a refused form, by field. */
export type TypedNames = Record<string, string>;

type TagProps = {
  page: Page;
  wrangled: WrangledTag;
  kindName: string;
  media: readonly Medium[];
  errors: FieldErrors;
  typed: TypedNames;
};

/** One tag on the desk: how it stands, what hangs on it, everything that can be done, and what was done. */
export function TagPage(props: TagProps) {
  const { page, wrangled } = props;
  const { t } = page;
  const { synonymOf } = wrangled;
  return (
    <Layout page={page} title={wrangled.name} kind="form" noindex>
      <h1 dir="auto">{wrangled.name}</h1>
      <DeskNav page={page} />
      <ErrorSummary page={page} errors={props.errors} />
      <Standing {...props} />
      {synonymOf === null ? <Decide {...props} /> : <SplitOff {...props} />}
      {wrangled.history.length > 0 && (
        <section aria-labelledby="history">
          <h2 id="history">{t("What was done about it")}</h2>
          <ul class="desk-list">
            {wrangled.history.map((batch) => (
              <LogEntry page={page} batch={batch} back={urls.wrangledTag(wrangled.tag.id)} />
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

function Standing({ page, wrangled, kindName }: TagProps) {
  const { t } = page;
  const { tag, use, synonymOf } = wrangled;
  return (
    <ul class="facts-line wrangle-facts">
      <li>{kindName}</li>
      <li>
        {synonymOf ? (
          <Sentence page={page} says="a synonym of {other}" parts={{ other: <TagLink tag={synonymOf} /> }} />
        ) : tag.canonical ? (
          t("canonical")
        ) : tag.settled ? (
          t("left as it is")
        ) : (
          t("new")
        )}
      </li>
      <li>
        {use === null ? (
          t("on no work itself")
        ) : (
          <a href={urls.worksUnder(tag.id)}>{worksSentence(t, use.works)}</a>
        )}
      </li>
    </ul>
  );
}

/** A form about this tag: it carries how the tag stood, so that two wranglers notice one another. */
function Act(props: PropsWithChildren<{ of: TagProps; label?: string }>) {
  const { page, wrangled } = props.of;
  const { tag } = wrangled;
  return (
    <Form page={page} action={urls.wrangledTag(tag.id)} label={props.label}>
      <HiddenField name="seen" value={seenMark(tag)} />
      {props.children}
    </Form>
  );
}

function SplitOff(props: TagProps) {
  const { t } = props.page;
  return (
    <Act of={props} label={t("Split it off")}>
      <p>{t("Split off, it stands on its own again and waits among the new tags.")}</p>
      <SubmitButton kind="quiet" name="do" value="split">
        {t("Split it off")}
      </SubmitButton>
    </Act>
  );
}

function Decide(props: TagProps) {
  const { page, wrangled } = props;
  const { t } = page;
  const { tag } = wrangled;
  return (
    <>
      <Act of={props} label={t("How it stands")}>
        {wrangled.suggestions.length > 0 && (
          <ol class="wrangle-suggestions">
            {wrangled.suggestions.map((suggestion) => (
              <li>
                <SubmitButton
                  kind="quiet"
                  name="do"
                  value={`${suggestion.act === "merge" ? "merge-into" : "put-under"} ${suggestion.target.id}`}
                >
                  {suggestion.act === "merge"
                    ? t("Merge into {name}", { name: suggestion.target.name })
                    : t("Put under {name}", { name: suggestion.target.name })}
                </SubmitButton>{" "}
                <span class="quiet">{reasonSentence(t, suggestion)}</span>
              </li>
            ))}
          </ol>
        )}
        <div class="form-buttons">
          {tag.canonical ? (
            <SubmitButton kind="quiet" name="do" value="ordinary">
              {t("No longer canonical")}
            </SubmitButton>
          ) : (
            <SubmitButton name="do" value="canonical">
              {t("Make canonical")}
            </SubmitButton>
          )}
          {!tag.canonical && (
            <SubmitButton kind="quiet" name="do" value={tag.settled ? "unsettle" : "settle"}>
              {tag.settled ? t("Put it back among the new tags") : t("Leave as it is")}
            </SubmitButton>
          )}
        </div>
      </Act>
      <Linked
        of={props}
        id="synonyms"
        title={t("Synonyms")}
        about={t("Who asks for this tag finds works with these too; each work keeps its own word.")}
        tags={wrangled.synonyms}
        act="split"
        actLabel={(name) => t("Split off {name}", { name })}
        field="take-in"
        label={t("Another tag that means the same")}
        button={t("Take it in as a synonym")}
      />
      <Linked
        of={props}
        id="parents"
        title={t("Above it")}
        about={t("Who asks for one of these finds this tag’s works too.")}
        tags={wrangled.parents}
        act="take-from"
        actLabel={(name) => t("Take it from under {name}", { name })}
        field="put-under"
        label={t("A tag that stands above it")}
        button={t("Put it under that tag")}
      />
      <Linked
        of={props}
        id="children"
        title={t("Under it")}
        about={t("Who asks for this tag finds works with these too.")}
        tags={wrangled.children}
        act="take-out"
        actLabel={(name) => t("Take {name} from under it", { name })}
        field="put-here"
        label={t("A tag that belongs under it")}
        button={t("Put that tag under it")}
      />
      {tag.kindId === fandomKind && <MediaOf {...props} />}
      <section aria-labelledby="names">
        <h2 id="names">{t("Another name, another meaning")}</h2>
        <Named
          of={props}
          field="rename"
          act="rename"
          label={t("Show it under another name")}
          hint={t("The old name becomes a synonym, so that both are found. Works keep their words.")}
          button={t("Rename it")}
        />
        <Named
          of={props}
          field="merge-into"
          act="merge-into"
          label={t("Make it a synonym of")}
          hint={t("Its own synonyms, and what stands above and under it, go along.")}
          button={t("Merge it")}
        />
      </section>
    </>
  );
}

function Linked(props: {
  of: TagProps;
  id: string;
  title: string;
  about: string;
  tags: readonly NamedTag[];
  act: string;
  actLabel: (name: string) => string;
  field: string;
  label: string;
  button: string;
}) {
  const { page } = props.of;
  const { t } = page;
  const shown = props.tags.slice(0, mostShown);
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <p class="quiet">{props.about}</p>
      {shown.length > 0 && (
        <Act of={props.of} label={props.title}>
          <ul class="wrangle-links">
            {shown.map((tag) => (
              <li>
                <TagLink tag={tag} />{" "}
                <button class="link-button" type="submit" name="do" value={`${props.act} ${tag.id}`}>
                  {props.actLabel(tag.name)}
                </button>
              </li>
            ))}
          </ul>
          {props.tags.length > shown.length && (
            <p>
              {t("and {count, plural, one {# more} other {# more}}", {
                count: props.tags.length - shown.length,
              })}
            </p>
          )}
        </Act>
      )}
      <Named of={props.of} field={props.field} act={props.field} label={props.label} button={props.button} />
    </section>
  );
}

/** One tag typed by name, and what to do with it. */
function Named(props: {
  of: TagProps;
  field: string;
  act: string;
  label: string;
  hint?: string;
  button: string;
}) {
  const { of, field } = props;
  return (
    <Act of={of} label={props.label}>
      <div class="field-row wrangle-named">
        <TextField
          page={of.page}
          name={field}
          label={props.label}
          hint={props.hint}
          value={of.typed[field] ?? ""}
          size="medium"
          suggests={{ kinds: [of.wrangled.tag.kindId], chooser: null }}
          error={of.errors[field]}
        />
        <SubmitButton kind="quiet" name="do" value={props.act}>
          {props.button}
        </SubmitButton>
      </div>
    </Act>
  );
}

function MediaOf(props: TagProps) {
  const { page, wrangled, media } = props;
  const { t } = page;
  return (
    <section aria-labelledby="media">
      <h2 id="media">{t("Media")}</h2>
      <Act of={props} label={t("Media")}>
        <CheckboxGroup
          page={page}
          name="medium"
          label={t("It is a fandom of")}
          choices={media.map(({ id, name }) => ({ value: id, label: name }))}
          values={wrangled.media}
          inRow
        />
        <SubmitButton kind="quiet" name="do" value="media">
          {t("Save the media")}
        </SubmitButton>
      </Act>
    </section>
  );
}

function TagLink({ tag }: { tag: NamedTag }) {
  return (
    <a href={urls.wrangledTag(tag.id)} dir="auto">
      {tag.name}
    </a>
  );
}
