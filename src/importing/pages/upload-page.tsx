import { ActionLink } from "../../ui/action-link.tsx";
import {
  ErrorSummary,
  type FieldErrors,
  FileField,
  Form,
  FormButtons,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { ImportEntry } from "../imports.ts";
import { acceptedExtensions } from "../sources.ts";
import { UnfinishedImports } from "./unfinished-imports.tsx";
import { uploadFields as names } from "./upload-fields.ts";

/** What was sent and is handed back. A browser never hands back a file. */
export type UploadValues = { text: string; pastedHtml: string; pastedAs: string; several: string };

/** The door for stories: a file, a paste, or an empty page; and what was begun here before. */
export function UploadPage(props: {
  page: Page;
  /** The work a chapter is brought in for, or null. */
  work: { id: string; title: string } | null;
  megabytes: number;
  unfinished: ImportEntry[];
  /** How many imports may be unfinished at the same time. */
  mostUnfinished: number;
  values: UploadValues;
  errors: FieldErrors;
}) {
  const { page, work, values, errors } = props;
  const { t } = page;
  const title = work ? t("Bring a chapter in") : t("Bring a story in");
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <p class="lead">
        {t(
          "Next you see the story as it will look, with every change that was made or is proposed. Nothing is in the archive until you save it, and then only you can see it.",
        )}
      </p>
      {work && (
        <p>
          <Sentence
            page={page}
            says="It becomes the next chapter of {work}; several files become its next chapters."
            parts={{
              work: (
                <a href={urls.editWork(work.id)} dir="auto">
                  {work.title || t("Untitled")}
                </a>
              ),
            }}
          />
        </p>
      )}
      <ErrorSummary page={page} errors={errors} />
      <UnfinishedImports page={page} unfinished={props.unfinished} />
      <FileForm
        page={page}
        work={work}
        megabytes={props.megabytes}
        room={Math.max(0, props.mostUnfinished - props.unfinished.length)}
        values={values}
        errors={errors}
      />
      <PasteForm page={page} work={work} values={values} errors={errors} />
      {!work && (
        <section aria-labelledby="empty-page">
          <h2 id="empty-page">{t("Or write here")}</h2>
          <p>
            <ActionLink href={urls.newWork()} kind="quiet">
              {t("Start with an empty page")}
            </ActionLink>
          </p>
        </section>
      )}
    </Layout>
  );
}

type PartProps = { page: Page; work: { id: string } | null; errors: FieldErrors };

function FileForm(props: PartProps & { megabytes: number; room: number; values: UploadValues }) {
  const { page, work, megabytes, room, values, errors } = props;
  const { t } = page;
  const kinds = new Intl.ListFormat(page.locale, { type: "disjunction" }).format(
    acceptedExtensions().flatMap(([first]) => first ?? []),
  );
  return (
    <section aria-labelledby="from-file">
      <h2 id="from-file">{t("From a file")}</h2>
      <Form page={page} action={urls.imports()} enctype="multipart/form-data">
        {work && <HiddenField name={names.work} value={work.id} />}
        <FileField
          page={page}
          name={names.file}
          label={t("The file, or several")}
          hint={t("{kinds}, of at most {megabytes} MB together. They are kept as they are, for you alone.", {
            kinds,
            megabytes,
          })}
          accept={acceptedExtensions().flat().join(",")}
          multiple
          dropLabel={t("or drop them anywhere on this page")}
          error={errors[names.file]}
        />
        {!work && (
          <RadioGroup
            page={page}
            name={names.several}
            label={t("Several files, or those in a ZIP, are")}
            value={values.several === "works" ? "works" : "chapters"}
            choices={[
              {
                value: "chapters",
                label: t("chapters of one story"),
                hint: t("in the order of their names"),
              },
              {
                value: "works",
                label: t("stories of their own"),
                hint: t(
                  "each is looked through and saved by itself; there is room for {room, plural, one {# more story} other {# more stories}} until you save or forget some",
                  { room },
                ),
              },
            ]}
          />
        )}
        <FormButtons>
          <SubmitButton>{t("Bring it in")}</SubmitButton>
        </FormButtons>
      </Form>
    </section>
  );
}

function PasteForm({ page, work, values, errors }: PartProps & { values: UploadValues }) {
  const { t } = page;
  return (
    <section aria-labelledby="from-paste">
      <h2 id="from-paste">{t("Or paste it")}</h2>
      <Form page={page} action={urls.imports()} enctype="multipart/form-data" keep={0}>
        {work && <HiddenField name={names.work} value={work.id} />}
        <HiddenField name={names.pastedHtml} value={values.pastedHtml} />
        <TextArea
          page={page}
          name={names.text}
          richPaste={{
            into: names.pastedHtml,
            kept: t("Its italics and its layout came along."),
            again: t("Start again"),
          }}
          label={t("The text")}
          hint={t("All of it, with its header: title, thanks, disclaimer. They are found and sorted out.")}
          value={values.text}
          rows={14}
          autocomplete="off"
          error={errors[names.text]}
        />
        <RadioGroup
          page={page}
          name={names.pastedAs}
          label={t("What you pasted is")}
          value={values.pastedAs === "html" ? "html" : "text"}
          choices={[
            { value: "text", label: t("Text") },
            { value: "html", label: t("HTML code"), hint: t("with <p> or <br> where lines end") },
          ]}
        />
        <FormButtons>
          <SubmitButton>{t("Bring in this text")}</SubmitButton>
        </FormButtons>
      </Form>
    </section>
  );
}

/** What somebody without an account finds behind the same door. */
export function UploadDoorPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Bring a story in")} noindex>
      <h1>{t("Bring a story in")}</h1>
      <p class="lead">
        {t(
          "A story you have as a file or as text finds a home here: its credits, its thanks and its italics are read out of it, and you say yes or no to every change.",
        )}
      </p>
      <p>{t("For that you need an account; reading needs none.")}</p>
      <div class="form-buttons">
        <ActionLink href={urls.signIn(page.path)}>{t("Sign in")}</ActionLink>
        <ActionLink href={urls.register()} kind="quiet">
          {t("Join")}
        </ActionLink>
      </div>
    </Layout>
  );
}
