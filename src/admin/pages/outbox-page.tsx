import type { LetterInOutbox } from "../../plumbing/mail/post.ts";
import { Day } from "../../ui/day.tsx";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";

/** The letters waiting, newest first, and what to do with them. */
export function OutboxPage(props: { page: Page; letters: readonly LetterInOutbox[]; travels: boolean }) {
  const { page, letters } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Outbox")} noindex>
      <p>
        <a href={urls.settings()}>{t("Owner’s room")}</a>
      </p>
      <h1>{t("Outbox")}</h1>
      {props.travels ? (
        <p>{t("Letters travel by your mail server. None waits here.")}</p>
      ) : (
        <Explained page={page} />
      )}
      {!props.travels && letters.length === 0 && <p>{t("No letter waits.")}</p>}
      {letters.map((letter) => (
        <Letter page={page} letter={letter} />
      ))}
    </Layout>
  );
}

function Explained({ page }: { page: Page }) {
  const { t } = page;
  return (
    <>
      <p class="lead">
        {t(
          "No mail server is set, so the archive lays its letters here. Pass each on to the person it is for.",
        )}
      </p>
      <p>
        {t(
          "A letter about a new password holds a link that opens that person’s account for one hour. Give it to nobody else, and only when you know that they asked for it.",
        )}
      </p>
      <p>
        <Sentence
          page={page}
          says="To have letters travel by themselves, start the archive with {server}, {sender} and {address} set: your mail server, the sender’s address, and the address readers know the archive by, which the links in letters begin with."
          parts={{
            server: <code>SMTP_URL</code>,
            sender: <code>MAIL_FROM</code>,
            address: <code>PRESSIE_URL</code>,
          }}
        />
      </p>
    </>
  );
}

function Letter({ page, letter }: { page: Page; letter: LetterInOutbox }) {
  const { t } = page;
  return (
    <article class="outbox-letter" aria-labelledby={`letter-${letter.id}`}>
      <h2 id={`letter-${letter.id}`} dir="auto">
        {letter.subject}
      </h2>
      <ul class="facts-line">
        <li>{t("to {address}", { address: letter.to })}</li>
        <li>
          <Day page={page} at={letter.writtenAt} length="withTime" />
        </li>
      </ul>
      <pre dir="auto">{letter.text}</pre>
    </article>
  );
}
