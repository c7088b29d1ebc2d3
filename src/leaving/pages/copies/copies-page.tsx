import {
  ErrorSummary,
  type FieldErrors,
  FileField,
  Form,
  FormButtons,
  SubmitButton,
} from "../../../ui/form.ts";
import { formatDate } from "../../../ui/formats.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { BroughtCopy } from "../../bringing/copies.ts";

/** Where a copy from another archive comes in; and what became of those that came before. */
export function CopiesPage(props: {
  page: Page;
  copies: BroughtCopy[];
  /** How much is kept of earlier copies for the member alone. */
  kept: number;
  megabytes: number;
  errors: FieldErrors;
}) {
  const { page, copies, megabytes, errors } = props;
  const { t } = page;
  const title = t("Bring back a copy from another Pressie");
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <p class="lead">
        {t(
          "The file you took along there comes in here: works as they were, published or drafts, with chapters, earlier versions, pictures and names. First you see what is in it and choose; nobody is told of anything.",
        )}
      </p>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.broughtCopies()} enctype="multipart/form-data" narrow>
        <FileField
          page={page}
          name="file"
          label={t("The copy")}
          hint={t("A ZIP file, pressie-copy.zip, of at most {megabytes, number} MB.", { megabytes })}
          accept=".zip,application/zip"
          error={errors.file}
        />
        <FormButtons>
          <SubmitButton>{t("Look what is in it")}</SubmitButton>
        </FormButtons>
      </Form>
      {copies.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t("Copies you brought")}</h2>
          <ul>
            {copies.map((copy) => (
              <li>
                <a href={urls.broughtCopy(copy.id)}>
                  {t("The copy of {day}", { day: formatDate(copy.takenAt, page.locale, "withTime") })}
                </a>
                {": "}
                {stateWords(page, copy)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {props.kept > 0 && (
        <p>
          <a href={urls.keptParts()}>
            {t("What came with copies and is kept for you alone: comments, and bookmarks of works elsewhere")}
          </a>
        </p>
      )}
    </Layout>
  );
}

function stateWords({ t }: Page, { state, report }: BroughtCopy): string {
  if (state === "waiting") return t("it waits for your choice.");
  if (state === "running") return t("it is coming in.");
  const count = report.works.filter(({ outcome }) => outcome === "brought").length;
  return t("{count, plural, =0 {no work came in.} one {one work came in.} other {# works came in.}}", {
    count,
  });
}
