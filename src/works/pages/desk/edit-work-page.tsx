import { ActionLink } from "../../../ui/action-link.tsx";
import { Day } from "../../../ui/day.tsx";
import { ErrorSummary, Form, FormButtons, HiddenField, SubmitButton } from "../../../ui/form.ts";
import { formatNumber } from "../../../ui/formats.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { Original } from "../../originals.ts";
import type { RemovedChapter } from "../../own-works.ts";
import type { Release } from "../../releases.ts";
import type { ChapterEntry, Work } from "../../work.ts";
import type { WorkChoices } from "../../work-choices.ts";
import { WorkFormFields } from "../../work-form-fields.tsx";
import { readWorkValues, type WorkValues } from "../../work-values.ts";
import { afterwards } from "./afterwards.ts";
import { AutosaveLine } from "./autosaves/autosave-line.tsx";
import { AutosaveOffers } from "./autosaves/autosave-offers.tsx";
import { type FormAutosaves, keptOver } from "./autosaves/form-autosaves.ts";
import { ChaptersSection } from "./chapters-section.tsx";
import { StandingNow, shownWork } from "./standing-now.tsx";
import { workTitle } from "./titles.ts";
import { versionField } from "./version-field.ts";

/** A work on its author's desk: its chapters, what is said about it, what was brought in. */
export function EditWorkPage(props: {
  page: Page;
  work: Work;
  chapters: ChapterEntry[];
  releases: Release[];
  removed: RemovedChapter[];
  originals: Original[];
  daysInTrash: number;
  choices: WorkChoices;
  values: WorkValues;
  /** The version that the values began from. */
  version: number;
  autosaves: FormAutosaves;
  errors: FieldErrors;
  /** What stands now, when somebody saved the work after the form was opened. */
  standing: WorkValues | null;
}) {
  const { page, work, values, errors, choices, standing, autosaves } = props;
  const { t } = page;
  const isDraft = work.status === "draft";
  return (
    <Layout
      page={page}
      title={t("Edit {title}", { title: workTitle(t, work) })}
      kind="form"
      noindex
      // Fresh from the empty page: the browser may forget what was typed there.
      keptClear={page.said !== null && work.version === 1 ? urls.newWork() : undefined}
    >
      <h1 dir="auto">{workTitle(t, work)}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p>
        {isDraft
          ? choices.coAuthors.length === 0
            ? t("A draft: only you can see it.")
            : t("A draft: only its authors can see it.")
          : t("Published: readers see what you change as soon as you save it.")}
      </p>
      <div class="actions">
        {isDraft ? (
          <ActionLink href={urls.previewWork(work.id)}>{t("Preview and publish")}</ActionLink>
        ) : (
          <ActionLink href={urls.work(work.id)} kind="quiet">
            {t("See it as readers do")}
          </ActionLink>
        )}
        {!isDraft && <a href={urls.previewWork(work.id)}>{t("Preview with its drafts")}</a>}
        <a href={urls.newNews(work.id)}>{t("News for readers")}</a>
        {!isDraft && <a href={urls.statistics(work.id)}>{t("Numbers")}</a>}
        <a href={urls.workRemoval(work.id)}>{t("Take the work away")}</a>
        <a href={urls.desk()}>{t("Back to my desk")}</a>
      </div>
      <ChaptersSection {...props} />
      <section aria-labelledby="about-work">
        <h2 id="about-work">{t("About the work")}</h2>
        <AutosaveOffers
          page={page}
          autosaves={autosaves}
          version={work.version}
          shown={shownWork(page, choices, values)}
          read={({ typed }) => shownWork(page, choices, readWorkValues(typed, choices))}
        />
        <Form page={page} action={urls.editWork(work.id)} keep={keptOver(autosaves, work.version)}>
          <HiddenField name={versionField} value={props.version} />
          <WorkFormFields page={page} values={values} errors={errors} choices={choices} />
          {standing && (
            <StandingNow
              page={page}
              language={work.language}
              typed={shownWork(page, choices, values)}
              standing={shownWork(page, choices, standing)}
              fate={t(
                "If you save yours, it stands instead of what is struck out. If you keep what stands, yours is kept above this form.",
              )}
            />
          )}
          <AutosaveLine page={page} autosaves={autosaves} />
          <FormButtons>
            <SubmitButton>
              {standing ? t("Save mine over it") : isDraft ? t("Save the draft") : t("Save the changes")}
            </SubmitButton>
            {standing && (
              <SubmitButton kind="quiet" name={afterwards.name} value={afterwards.leave}>
                {t("Keep what stands")}
              </SubmitButton>
            )}
            <SubmitButton kind="quiet" name={afterwards.name} value={afterwards.preview}>
              {t("Save and preview")}
            </SubmitButton>
          </FormButtons>
        </Form>
      </section>
      {props.originals.length > 0 && <Originals page={page} work={work} originals={props.originals} />}
    </Layout>
  );
}

function Originals({ page, work, originals }: { page: Page; work: Work; originals: Original[] }) {
  const { t } = page;
  return (
    <section aria-labelledby="originals">
      <h2 id="originals">{t("What you brought in")}</h2>
      <p class="hint">{t("The files exactly as you gave them. Nobody else can open them.")}</p>
      <ul class="desk-list">
        {originals.map(({ id, fileName, byteSize, createdAt }) => (
          <li>
            <div>
              <a href={urls.original(work.id, id)} id={`original-${id}`} dir="auto">
                {fileName}
              </a>
              <p class="hint">
                <Sentence
                  page={page}
                  says="{size} bytes, brought in {day}"
                  values={{ size: formatNumber(byteSize, page.locale) }}
                  parts={{ day: <Day page={page} at={createdAt} /> }}
                />
              </p>
            </div>
            <div class="actions">
              <a href={urls.originalRemoval(work.id, id)} aria-describedby={`original-${id}`}>
                {t("Delete the file")}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
