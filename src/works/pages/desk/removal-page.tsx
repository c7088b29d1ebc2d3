import type { Child } from "hono/jsx";
import { FormButtons } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import { urls } from "../../../vocabulary/urls.ts";

/** Asks once before something is taken away, and says plainly what will happen. */
export function RemovalPage(props: {
  page: Page;
  question: string;
  /** What will happen, a sentence each. */
  sentences: Child[];
  action: string;
  button: string;
  /** The way back. */
  staying: { href: string; text: string };
}) {
  const { page, staying } = props;
  return (
    <Layout page={page} title={props.question} noindex>
      <h1 dir="auto">{props.question}</h1>
      {props.sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <FormButtons>
        <PostButton action={props.action} kind="grave">
          {props.button}
        </PostButton>
        <a href={staying.href}>{staying.text}</a>
      </FormButtons>
    </Layout>
  );
}

/** Says why the last chapter cannot be taken away by itself, and what can be done instead. */
export function LastChapterPage(props: { page: Page; workId: string }) {
  const { t } = props.page;
  return (
    <Layout page={props.page} title={t("The last chapter stays with its work")} noindex>
      <h1>{t("The last chapter stays with its work")}</h1>
      <p>
        {t(
          "This is the only chapter readers would have, so it cannot be taken away by itself. Nothing was changed. Take the whole work away instead, or publish another chapter first.",
        )}
      </p>
      <p class="actions">
        <a href={urls.workRemoval(props.workId)}>{t("Take the work away")}</a>
        <a href={urls.editWork(props.workId)}>{t("Leave everything as it is")}</a>
      </p>
    </Layout>
  );
}
