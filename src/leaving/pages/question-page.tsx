import type { Child } from "hono/jsx";
import { ErrorSummary, type FieldErrors, Form, FormButtons, SubmitButton } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";

/** Says plainly what will happen, and asks once. */
export function QuestionPage(props: {
  page: Page;
  question: string;
  /** What will happen, a line each. */
  happens: Child[];
  /** What nobody can promise. */
  honestly: Child[];
  action: string;
  button: string;
  staying: { href: string; text: string };
  other?: { href: string; text: string } | undefined;
  errors?: FieldErrors;
  /** Fields of the form above its button. */
  children?: Child;
}) {
  const { page, staying, other } = props;
  const { t } = page;
  return (
    <Layout page={page} title={props.question} kind="form" noindex>
      <h1 dir="auto">{props.question}</h1>
      <ErrorSummary page={page} errors={props.errors ?? {}} asksPassword />
      <h2>{t("What will happen")}</h2>
      <ul>
        {props.happens.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{t("What nobody can take back")}</h2>
      {props.honestly.map((line) => (
        <p>{line}</p>
      ))}
      <Form page={page} action={props.action} narrow>
        {props.children}
        <FormButtons>
          <SubmitButton kind="grave">{props.button}</SubmitButton>
          <a href={staying.href}>{staying.text}</a>
        </FormButtons>
      </Form>
      {other && (
        <p>
          <a href={other.href}>{other.text}</a>
        </p>
      )}
    </Layout>
  );
}
