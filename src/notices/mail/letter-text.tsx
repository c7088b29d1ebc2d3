import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { Joined } from "../../works/joined.tsx";
import { type NoticeSentence, noticeSentence, type Part } from "../notice-sentence.ts";
import { inWords, isolated, plain } from "../notice-words.ts";
import type { Told } from "../told.ts";

/** What a letter says, in words and as a page of its own. */
export type LetterText = { subject: string; text: string; html: string };

/** A letter as one would type it: in a column, and in whatever colours its reader reads letters. */
const letterStyle = [
  "body{margin:0 auto;max-width:36em;padding:1em;font:1.0625em/1.6 Georgia,serif}",
  "h1{font-size:1.4em;font-weight:normal}",
  "ul{padding:0;list-style:none}",
  "li{margin:0 0 1em}",
  "hr{margin:2em 0 1em;border:0;border-top:1px solid}",
  "hr~p{margin:.25em 0;font:.8125em/1.5 sans-serif}",
].join("\n");

/** Notices told in one letter; the others are on the site. */
const mostTold = 60;

/**
 * A letter of notices, in words and in HTML. Both say the same, ask nothing of any other machine, and keep each title in its
 * own direction of writing.
 *
 * @param page in whose language
 * @param address the archive's, without a slash at the end
 * @param stop the address where letters are stopped
 */
export function letterText(
  page: Page,
  told: readonly Told[],
  { address, stop, numbers }: { address: string; stop: string; numbers: boolean },
): LetterText {
  const { t, archiveName } = page;
  const sentences = told.slice(0, mostTold).map((one) => noticeSentence(page, one, numbers));
  const more = told.length - sentences.length;
  const [only] = sentences;
  const subject =
    only && told.length === 1
      ? inWords(page, only, plain)
      : t("{count, plural, one {# notice} other {# notices}} from {archive}", {
          count: told.length,
          archive: plain(archiveName),
        });
  const why = t("You get this letter because you have an account at {archive} and asked to be told.", {
    archive: isolated(archiveName),
  });
  const choose = t("Choose how you are told");
  const stopAll = t("Stop all letters");
  const moreSays =
    more > 0
      ? t("{count, plural, one {And one more} other {And # more}} on the site", { count: more })
      : null;
  const text = [
    ...sentences.flatMap((sentence) => [inWords(page, sentence, isolated), address + sentence.href, ""]),
    ...(moreSays === null ? [] : [moreSays, address + urls.notices(), ""]),
    "-- ",
    why,
    `${choose}: ${address}${urls.telling()}`,
    `${stopAll}: ${stop}`,
    "",
  ].join("\n");
  const html = String(
    <>
      {raw("<!DOCTYPE html>")}
      <html lang={page.locale} dir={page.direction}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{subject}</title>
          <style>{raw(letterStyle)}</style>
        </head>
        <body>
          <main>
            <h1>{t("From {archive}", { archive: archiveName })}</h1>
            <ul>
              {sentences.map((sentence) => (
                <li>
                  <InHtml page={page} sentence={sentence} address={address} />
                </li>
              ))}
            </ul>
            {moreSays !== null && (
              <p>
                <a href={address + urls.notices()}>{moreSays}</a>
              </p>
            )}
            <hr />
            <p>{why}</p>
            <p>
              <a href={address + urls.telling()}>{choose}</a>
            </p>
            <p>
              <a href={stop}>{stopAll}</a>
            </p>
          </main>
        </body>
      </html>
    </>,
  );
  return { subject, text, html };
}

function InHtml(props: { page: Page; sentence: NoticeSentence; address: string }) {
  const { page, sentence, address } = props;
  const name = ({ text, href, language }: Part): Child =>
    href === undefined ? (
      <bdi lang={language}>{text}</bdi>
    ) : (
      <a href={address + href} lang={language} dir="auto">
        {text}
      </a>
    );
  const parts: Record<string, Child> = {};
  for (const [key, part] of Object.entries(sentence.parts))
    parts[key] = Array.isArray(part) ? <Joined page={page} items={part.map(name)} /> : name(part);
  return <Sentence page={page} says={sentence.says} parts={parts} values={sentence.values ?? {}} />;
}
