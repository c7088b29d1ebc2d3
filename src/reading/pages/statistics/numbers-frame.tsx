import type { PropsWithChildren } from "hono/jsx";
import { formatDate } from "../../../ui/formats.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { toldUntil } from "../../statistics.ts";

/** Why a writer is shown no numbers: the archive counts none, or they do not want to see any. */
export type Hidden = "by owner" | "by author" | null;

/** What pages of numbers have around them: what is counted and until when, or why nothing is told. */
export function NumbersFrame(
  props: PropsWithChildren<{
    page: Page;
    title: string;
    hidden: Hidden;
    now: number;
    back: string;
    sheet: string;
  }>,
) {
  const { page, hidden } = props;
  const { t } = page;
  return (
    <Layout page={page} title={props.title} noindex>
      <h1 dir="auto">{props.title}</h1>
      {hidden === null ? (
        <>
          <p class="prose">
            {t(
              "Up to yesterday, {day}, by the clock of UTC. Each reader counts once a day; programs, you and who writes with you do not. Nobody else is shown this page.",
              { day: formatDate(toldUntil(props.now) - 1, page.locale) },
            )}{" "}
            <a href={urls.counting()}>{t("What is counted, and how")}</a>
          </p>
          {props.children}
          <p>
            <a href={props.sheet}>{t("The same numbers as a sheet (CSV)")}</a>
          </p>
        </>
      ) : (
        <p class="prose">
          {hidden === "by owner" ? (
            t("The owner of this archive has it count no reading, and no writer is shown numbers.")
          ) : (
            <Sentence
              page={page}
              says="You wanted to meet no numbers, so none stand here. If you change your mind, say so in {preferences}; they are counted meanwhile."
              parts={{ preferences: <a href={urls.preferences()}>{t("your preferences")}</a> }}
            />
          )}
        </p>
      )}
      <p>
        <a href={props.back}>{t("Back to my desk")}</a>
      </p>
    </Layout>
  );
}
