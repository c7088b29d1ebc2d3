import type { Child } from "hono/jsx";
import { Day } from "../../../ui/day.tsx";
import { ErrorSummary, Form, FormButtons, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { PostButton } from "../../../ui/post-button.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { asShownHere } from "../../../works/asked-to-see.ts";
import { QuietCount } from "../../../works/quiet-line.tsx";
import { Note } from "../../../works/story.tsx";
import { summaryText } from "../../../works/summary-text.ts";
import { WorkBlurb } from "../../../works/work-blurb.tsx";
import type { ShelfPage as List, Shelf, ShelvedWork } from "../../shelf.ts";
import { OwnShelvedWork, type RefusedShelfNote, shelfOrderForm } from "./own-shelved-work.tsx";
import { shelfFieldNames, visibilityName } from "./shelf-form.ts";

/** What a shelf can be carried away as; `volume` null: all of it in one book. */
export type ShelfBookLink = { href: string; volume: { from: number; to: number } | null };

/** A shelf: what its keeper says of it, and the works on it that this person may see. */
export function ShelfPage(props: {
  page: Page;
  shelf: Shelf;
  list: List;
  /** The archive's language: what keepers write carries none of its own. */
  language: string;
  moderates: boolean;
  books: ShelfBookLink[];
  refused: RefusedShelfNote | null;
  /** Where others follow it. */
  follow: Child;
  /** What other rooms put at the end of a shelf. */
  after: Child;
}) {
  const { page, shelf, list, refused } = props;
  const { t } = page;
  const urlOf = (number: number) => urls.shelf(shelf.id, number);
  return (
    <Layout
      page={page}
      title={shelf.name}
      description={summaryText(shelf.text)}
      canonical={shelf.visibility === "public" ? urlOf(list.page) : undefined}
      kind={shelf.mine ? "form" : "list"}
      noindex={shelf.visibility !== "public"}
      feed={
        shelf.visibility === "private"
          ? undefined
          : {
              title: t("New on this shelf"),
              atom: urls.shelfFeed(shelf.id),
              json: urls.shelfJsonFeed(shelf.id),
            }
      }
    >
      <header class="page-head">
        <p class="quiet small">{t("Shelf")}</p>
        <h1 dir="auto">{shelf.name}</h1>
        {shelf.keeper && shelf.visibility !== "private" && (
          <p class="byline">
            <Sentence
              page={page}
              says="kept by {name}"
              parts={{
                name: (
                  <a href={urls.writer(shelf.keeper.pseudId)} dir="auto">
                    {shelf.keeper.name}
                  </a>
                ),
              }}
            />
          </p>
        )}
        <ul class="facts-line">
          <li>{t("{count, plural, one {# work} other {# works}}", { count: list.count })}</li>
          {shelf.mine && <li>{t("found by: {who}", { who: visibilityName(t, shelf.visibility) })}</li>}
          <li>
            <Sentence
              page={page}
              says="last changed {day}"
              parts={{ day: <Day page={page} at={shelf.updatedAt} /> }}
            />
          </li>
        </ul>
      </header>
      {shelf.isHidden && (
        <Notice title={t("Hidden")}>
          <p>{t("A moderator has hidden this shelf: nobody but its keeper and moderators finds it.")}</p>
        </Notice>
      )}
      {refused && (
        <ErrorSummary page={page} errors={{ [shelfFieldNames.note(refused.workId)]: refused.error }} />
      )}
      {shelf.text !== "" && <Note html={shelf.text} language={props.language} />}
      {props.follow}
      {shelf.mine && (
        <p class="actions">
          <a href={urls.editShelf(shelf.id)}>{t("Change this shelf")}</a>
          <a href={urls.shelves()}>{t("My shelves")}</a>
        </p>
      )}
      {list.count + list.folded === 0 && (
        <p class="quiet">
          {shelf.mine
            ? t("Nothing stands here yet. “Put on a shelf” waits on the page of every story.")
            : t("Nothing stands here now.")}
        </p>
      )}
      {shelf.mine ? (
        <OwnList {...props} />
      ) : (
        <ul class="works">
          {list.works.map(
            ({ work, note }) => work && <Shelved {...{ page, work, note }} language={props.language} />,
          )}
        </ul>
      )}
      <QuietCount {...list} page={page} />
      <Pager
        page={page}
        pages={list.pages}
        current={list.page}
        urlOf={(number) => asShownHere(page, urlOf(number))}
      />
      {props.books.length > 0 && <Books page={page} shelf={shelf} books={props.books} />}
      {props.after}
      {props.moderates && !shelf.mine && (
        <PostButton
          action={urls.shelfHiding(shelf.id)}
          fields={{ hides: shelf.isHidden ? "no" : "yes" }}
          kind={shelf.isHidden ? "quiet" : "grave"}
        >
          {shelf.isHidden ? t("Let everybody find this shelf again") : t("Hide this shelf from everybody")}
        </PostButton>
      )}
    </Layout>
  );
}

function Shelved(props: {
  page: Page;
  work: NonNullable<ShelvedWork["work"]>;
  note: string;
  language: string;
}) {
  const { page, work, note, language } = props;
  return (
    <WorkBlurb page={page} work={work} level={2}>
      {note !== "" && (
        <aside class="shelf-note" aria-label={page.t("What the keeper of this shelf says")}>
          <Note html={note} language={language} />
        </aside>
      )}
    </WorkBlurb>
  );
}

function OwnList(props: {
  page: Page;
  shelf: Shelf;
  list: List;
  language: string;
  refused: RefusedShelfNote | null;
}) {
  const { page, shelf, list } = props;
  const { t } = page;
  if (list.count === 0) return null;
  return (
    <>
      <ul class="works">
        {list.works.map((shelved, at) => (
          <OwnShelvedWork
            page={page}
            shelf={shelf}
            shelved={shelved}
            place={list.first + at}
            count={list.count}
            language={props.language}
            refused={props.refused?.workId === shelved.workId ? props.refused : null}
          />
        ))}
      </ul>
      {list.count > 1 && (
        <Form page={page} id={shelfOrderForm} action={urls.shelfOrder(shelf.id)} label={t("Order")}>
          <FormButtons>
            <SubmitButton kind="quiet">{t("Give the works these places")}</SubmitButton>
          </FormButtons>
        </Form>
      )}
    </>
  );
}

function Books({ page, shelf, books }: { page: Page; shelf: Shelf; books: ShelfBookLink[] }) {
  const { t } = page;
  return (
    <section aria-labelledby="shelf-book">
      <h2 id="shelf-book">{t("Take the whole shelf with you")}</h2>
      <p class="hint">{t("One book with every story on it that you may read, and the notes.")}</p>
      <ul class="downloads">
        {books.map(({ href, volume }) => (
          <li>
            <a href={href} rel="nofollow">
              {volume === null
                ? t("EPUB")
                : t("EPUB, works {from, number} to {to, number}", { from: volume.from, to: volume.to })}
            </a>
          </li>
        ))}
        <li>
          <a href={urls.keepShelf(shelf.id)}>{t("Keep offline")}</a>
        </li>
      </ul>
    </section>
  );
}
