import { HiddenField, SubmitButton } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";

/** What is counted of reading, what is kept of it, and how to say no: for readers. */
export function CountingPage(props: {
  page: Page;
  /** Whether the archive counts anything at all of reading. */
  counts: { readings: boolean; endings: boolean };
  /** Whether who asks is counted, and whether they can say so here: whose browser says it for them cannot. */
  isCounted: boolean;
  bySelf: boolean;
}) {
  const { page, counts, isCounted } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("What is counted here")} canonical={urls.counting()}>
      <h1>{t("What is counted here")}</h1>
      <div class="prose">
        {counts.readings || counts.endings ? (
          <>
            {counts.readings && (
              <p>
                {t("That a story was opened: once a day for each reader. Stories can be put in order by it.")}
              </p>
            )}
            {counts.endings && (
              <p>
                {t(
                  "That a chapter was read to its end: once a day for each reader, when its last lines come into sight, when you go on from it to the next, or when you say something or leave thanks there. Its writers see how many came so far, by month and up to the day before; nobody else does.",
                )}
              </p>
            )}
            <p>
              {t(
                "Who it was is not kept. To count nobody twice, the archive remembers a number for each reader until midnight, in its memory alone, and cannot tell from it who that was. Nothing is kept in your browser, and no other site hears of it.",
              )}
            </p>
          </>
        ) : (
          <p>{t("Nothing: the owner of this archive has it count no reading.")}</p>
        )}
        <h2>{t("If you would rather not be counted")}</h2>
        <p>
          {t(
            "A browser that asks sites to make nothing of what you do (Global Privacy Control, Do Not Track) is not counted at all.",
          )}
        </p>
        {page.person.signedIn ? (
          <p>
            <Sentence
              page={page}
              says="As a member you say it once for every browser, in {preferences}."
              parts={{ preferences: <a href={urls.preferences()}>{t("your preferences")}</a> }}
            />{" "}
            {isCounted ? t("Just now your reading is counted.") : t("Just now your reading is not counted.")}
          </p>
        ) : props.bySelf ? (
          <p>{t("Yours asks so: your reading is not counted.")}</p>
        ) : (
          <form method="post" action={urls.counting()}>
            <HiddenField name="counted" value={isCounted ? "no" : "yes"} />
            <p>
              {isCounted
                ? t(
                    "You can say it here, for this browser. It then remembers that one word, and nothing else.",
                  )
                : t("In this browser your reading is not counted.")}
            </p>
            <SubmitButton kind="quiet">
              {isCounted ? t("Do not count my reading") : t("Count my reading again")}
            </SubmitButton>
          </form>
        )}
      </div>
    </Layout>
  );
}
