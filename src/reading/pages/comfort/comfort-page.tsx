import { type Comfort, comfortParts } from "../../../ui/comfort.ts";
import { Form, FormButtons, HiddenField, SelectField, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { Story } from "../../../works/story.tsx";
import { comfortQuestions } from "../../comfort-words.ts";
import type { PassageToTry } from "../../passage-to-try.ts";
import { ComfortSample } from "./comfort-sample.tsx";

/** How pages look, to be chosen while looking at a story. The page itself wears what is chosen. */
export function ComfortPage(props: {
  page: Page;
  comfort: Comfort;
  /** The page one comes from and goes back to. */
  from: string | null;
  passage: PassageToTry | null;
  /** Whether this device has a choice of its own. */
  onDevice: boolean;
  script: string;
  fontLicence: string;
}) {
  const { comfort, from, passage } = props;
  const page = { ...props.page, comfort };
  const { t, person } = page;
  return (
    <Layout page={page} title={t("Type and colours")} noindex comforts script={props.script}>
      <header class="page-head">
        <h1>{t("Type and colours")}</h1>
        <p class="quiet">
          {person.signedIn
            ? t("For this device alone, or for your account. Nobody else is told.")
            : t("For this device. No account is needed, and nobody is told.")}
        </p>
      </header>
      <Form page={page} action={urls.comfort()} class="comfort-form" label={t("Type and colours")}>
        {from !== null && <HiddenField name="from" value={from} />}
        <div class="comfort-fields">
          {comfortQuestions(t, page.locale).map(({ part, label, choices }) => (
            <SelectField page={page} name={part} label={label} value={comfort[part]} choices={choices} />
          ))}
        </div>
        <FormButtons>
          <SubmitButton name="press" value="look" kind="quiet">
            {t("Try it on the text below")}
          </SubmitButton>
          {person.signedIn && (
            <SubmitButton name="press" value="account">
              {t("Keep it for my account")}
            </SubmitButton>
          )}
          <SubmitButton name="press" value="device" kind={person.signedIn ? "quiet" : "main"}>
            {t("Keep it on this device")}
          </SubmitButton>
          {props.onDevice && (
            <SubmitButton name="press" value="forget" kind="quiet">
              {person.signedIn
                ? t("Forget what this device has of its own")
                : t("Back to how the archive made it")}
            </SubmitButton>
          )}
        </FormButtons>
      </Form>
      {from !== null && (
        <p>
          <a href={from}>{t("Back to where you were")}</a>
        </p>
      )}
      <section class="comfort-sample" aria-labelledby="sample" data-plain={JSON.stringify(plainValues())}>
        <h2 id="sample">{t("How it looks")}</h2>
        {passage && (
          <>
            <p class="quiet">
              {t("From")}{" "}
              <cite lang={passage.work.language} dir="auto">
                {passage.work.title || t("Without a title yet")}
              </cite>
            </p>
            <Story html={passage.html} language={passage.work.language} />
            <h3>{t("And what writers set apart")}</h3>
          </>
        )}
        <ComfortSample page={page} />
      </section>
      <p class="hint">
        {t(
          "OpenDyslexic is a typeface by Abbie Gonzalez, given to everybody under the SIL Open Font License. Many readers find that space between letters and lines helps them more.",
        )}{" "}
        <a href={props.fontLicence}>{t("Its licence")}</a>
      </p>
    </Layout>
  );
}

function plainValues(): Record<string, string> {
  return Object.fromEntries(Object.entries(comfortParts).map(([part, [plain]]) => [part, plain]));
}
