import { confirmations } from "../../people/confirmations.ts";
import {
  ErrorSummary,
  type FieldErrors,
  FieldGroup,
  Form,
  FormButtons,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { languageChoices } from "../../works/languages.ts";
import { ownerLists } from "./owner-lists.ts";
import { boundsOf, mostCharacters, type numbers, type TypedSettings } from "./settings-form.ts";
import { type ArchiveStanding, Standing } from "./standing.tsx";

type FormProps = { page: Page; typed: TypedSettings; errors: FieldErrors };

/** The owner's room: how things stand, the lists, and every setting. */
export function SettingsPage(props: FormProps & { standing: ArchiveStanding; saved: number }) {
  const { page, errors } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t("Owner’s room")}
      kind="form"
      noindex
      keptClear={page.said === confirmations["settings-saved"](t) ? urls.settings() : undefined}
    >
      <h1>{t("Owner’s room")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p class="lead">
        {t(
          "Everything here began with a sensible setting. Change what you like, when you like; nothing is urgent.",
        )}
      </p>
      <section aria-labelledby="standing">
        <h2 id="standing">{t("How things stand")}</h2>
        <Standing page={page} standing={props.standing} />
      </section>
      <section aria-labelledby="lists">
        <h2 id="lists">{t("The lists writers choose from")}</h2>
        <dl class="facts">
          {ownerLists.map((list) => (
            <>
              <dt>
                <a href={urls.settingsList(list.id)}>{list.title(t)}</a>
              </dt>
              <dd>{list.purpose(t)}</dd>
            </>
          ))}
        </dl>
      </section>
      <p>
        <a href={urls.helpers()}>{t("Helpers")}</a>: {t("who looks after stories and tags with you.")}
      </p>
      <Form page={page} action={urls.settings()} keep={props.saved} label={t("Settings")}>
        <Front {...props} />
        <Joining {...props} />
        <Stories {...props} />
        <Talk {...props} />
        <Crawlers {...props} />
        <Names {...props} />
        <Counts {...props} />
        <Limits {...props} />
        <FormButtons>
          <SubmitButton>{t("Save the settings")}</SubmitButton>
        </FormButtons>
      </Form>
    </Layout>
  );
}

function Front({ page, typed, errors }: FormProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("What readers meet first")}>
      <TextField
        page={page}
        name="archiveName"
        label={t("The archive’s name")}
        hint={t("It stands at the head of every page, in letters and in e-books.")}
        value={typed.archiveName}
        size="medium"
        error={errors.archiveName}
        required
      />
      <TextArea
        page={page}
        name="welcome"
        label={t("Welcome")}
        hint={t(
          "A sentence or two on the front page. An empty line begins a new paragraph; <em>, <strong> and links may be used here and below.",
        )}
        value={typed.welcome}
        rows={3}
        error={errors.welcome}
      />
      <TextArea
        page={page}
        name="about"
        label={t("About this archive")}
        hint={t("Who keeps it, for which stories, and how to reach you. It makes the about page.")}
        value={typed.about}
        rows={8}
        error={errors.about}
      />
    </FieldGroup>
  );
}

function Joining({ page, typed, errors }: FormProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("Rules and joining")}>
      <TextArea
        page={page}
        name="rules"
        label={t("Rules")}
        hint={t(
          "What is welcome and what is not: ratings and warnings, stories about real people, machine-made text, selling. Shown on the about page and to everybody who joins.",
        )}
        value={typed.rules}
        maxLength={mostCharacters}
        rows={10}
        error={errors.rules}
      />
      <RadioGroup
        page={page}
        name="registration"
        label={t("Who may join")}
        value={typed.registration}
        choices={[
          {
            value: "open",
            label: t("Anybody"),
            hint: t("Whoever fills in the form has an account at once."),
          },
          {
            value: "closed",
            label: t("Nobody new"),
            hint: t("Those who have an account keep it. Reading needs none."),
          },
        ]}
        error={errors.registration}
      />
    </FieldGroup>
  );
}

function Stories({ page, typed, errors }: FormProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("Stories")}>
      <SelectField
        page={page}
        name="language"
        label={t("Language")}
        hint={t("What a new story begins as (its writer may choose another), and the language of letters.")}
        value={typed.language}
        choices={languageChoices(page.locale, [typed.language])}
        error={errors.language}
      />
      <NumberField
        page={page}
        name="worksPerPage"
        label={t("Stories on one page of a list")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="daysInTrash"
        label={t("Days in the trash")}
        says={t(
          "How long a writer can take a removed story back. After that it is gone for good, its original file too.",
        )}
        typed={typed}
        errors={errors}
      />
    </FieldGroup>
  );
}

function Names({ page, typed, errors }: FormProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("Names")}>
      <RadioGroup
        page={page}
        name="anonymousWorks"
        label={t("Stories without a name")}
        value={typed.anonymousWorks}
        choices={[
          {
            value: "off",
            label: t("Not here"),
            hint: t("What was given without a name before stays so."),
          },
          {
            value: "allowed",
            label: t("Allowed"),
            hint: t(
              "A writer may give a story as “Anonymous”: only those who wrote it are told whose it is.",
            ),
          },
        ]}
        error={errors.anonymousWorks}
      />
      <NumberField
        page={page}
        name="daysUnasked"
        label={t("Days before somebody is asked again")}
        says={t("Who says no to being named on a story is not asked again for this long.")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="iconKilobytes"
        label={t("Largest picture beside a name, in kilobytes")}
        typed={typed}
        errors={errors}
      />
    </FieldGroup>
  );
}

function Talk({ page, typed, errors }: FormProps) {
  const { t } = page;
  return (
    <FieldGroup
      legend={t("Comments")}
      hint={t("This is the most there may be. For each of their works, writers may say that fewer comment.")}
    >
      <RadioGroup
        page={page}
        name="commentsFrom"
        label={t("Who may comment")}
        value={typed.commentsFrom}
        choices={[
          {
            value: "everyone",
            label: t("Everyone"),
            hint: t("What somebody without an account writes waits until the writer or a helper lets it in."),
          },
          { value: "members", label: t("Members") },
          {
            value: "nobody",
            label: t("Nobody, for now"),
            hint: t("Comments that are there stay. For a bad day: it holds for the whole archive at once."),
          },
        ]}
        error={errors.commentsFrom}
      />
      <NumberField
        page={page}
        name="commentsPerPage"
        label={t("Comments on one page")}
        typed={typed}
        errors={errors}
      />
    </FieldGroup>
  );
}

function Crawlers({ page, typed, errors }: FormProps) {
  const { t } = page;
  return (
    <FieldGroup
      legend={t("Crawlers of the makers of AI")}
      hint={t(
        "Each writer says whether makers of AI may take a work. These crawlers are told in robots.txt which works they may read, and that they may read nothing else; every page of a work says it too. Those who obey will stay away. It stops nobody who comes under another name.",
      )}
    >
      <TextArea
        page={page}
        name="aiCrawlers"
        label={t("Their names, one a line")}
        hint={t("With none, robots.txt asks nothing of anybody; the works’ own pages still do.")}
        value={typed.aiCrawlers}
        rows={8}
        error={errors.aiCrawlers}
      />
    </FieldGroup>
  );
}

function Counts({ page, typed, errors }: FormProps) {
  const { t } = page;
  return (
    <FieldGroup legend={t("Kudos and readings")}>
      <RadioGroup
        page={page}
        name="kudos"
        label={t("Kudos")}
        value={typed.kudos}
        choices={[
          {
            value: "shown",
            label: t("Shown"),
            hint: t("Everybody sees how many a story has, and may order stories by them."),
          },
          {
            value: "hidden",
            label: t("For the writer alone"),
            hint: t("Readers leave them as before. How many there are, only the story’s writer sees."),
          },
        ]}
        error={errors.kudos}
      />
      <RadioGroup
        page={page}
        name="readings"
        label={t("Readings")}
        hint={t(
          "How often a story was opened: once a day for each reader, without programs, and without keeping who it was.",
        )}
        value={typed.readings}
        choices={[
          {
            value: "ordering",
            label: t("Counted, to order stories by"),
            hint: t("The numbers are shown to nobody."),
          },
          {
            value: "shown",
            label: t("Counted and shown"),
            hint: t("Everybody sees how often a story was opened."),
          },
          {
            value: "off",
            label: t("Not counted"),
            hint: t("What was counted before is kept, and not shown."),
          },
        ]}
        error={errors.readings}
      />
    </FieldGroup>
  );
}

function Limits({ page, typed, errors }: FormProps) {
  const { t } = page;
  return (
    <FieldGroup
      legend={t("Limits")}
      hint={t(
        "They keep one upload from filling the machine. Whoever meets one is told so and loses nothing.",
      )}
    >
      <NumberField
        page={page}
        name="uploadMegabytes"
        label={t("Largest file, in megabytes")}
        says={t("A long novel is about one megabyte of text.")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="chapterCharacters"
        label={t("Longest chapter, in characters")}
        says={t("Two million characters are some 350,000 English words.")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="noteCharacters"
        label={t("Longest summary or note, in characters")}
        says={t("Twenty thousand characters are some seven printed pages.")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="importsAtOnce"
        label={t("Stories one member may have read in at the same time")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="unfinishedImports"
        label={t("Stories one member may have brought in and not yet saved")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="savedFilters"
        label={t("Filters one member may keep")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="autosavesKept"
        label={t("Unsaved texts of one member")}
        says={t(
          "What is typed is kept as it is typed: one text for each window in which a form stands open.",
        )}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="autosaveMegabytes"
        label={t("All unsaved texts of one member, in megabytes")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="autosaveDays"
        label={t("Days until an overtaken text is forgotten")}
        says={t(
          "That is what was typed and never saved, where something else was saved later. An unsaved text that is newer than what is saved is never forgotten.",
        )}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="commentCharacters"
        label={t("Longest comment, in characters")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="commentsOfMember"
        label={t("Comments one member may post in a quarter of an hour")}
        typed={typed}
        errors={errors}
      />
      <NumberField
        page={page}
        name="commentsOfGuest"
        label={t("Comments that may come from one household without an account in an hour")}
        typed={typed}
        errors={errors}
      />
    </FieldGroup>
  );
}

/** A whole number; its hint tells what may be typed. */
function NumberField(
  props: FormProps & { name: (typeof numbers)[number]; label: string; says?: string | undefined },
) {
  const { page, name } = props;
  const bounds = page.t("From {least, number} to {most, number}.", boundsOf(name));
  return (
    <TextField
      page={page}
      name={name}
      label={props.label}
      hint={props.says ? `${props.says} ${bounds}` : bounds}
      value={props.typed[name]}
      inputmode="numeric"
      size="short"
      autocomplete="off"
      error={props.errors[name]}
      required
    />
  );
}
