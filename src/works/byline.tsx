import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
import { urls } from "../vocabulary/urls.ts";
import { Joined } from "./joined.tsx";
import { languageOfWords } from "./language-of-words.ts";
import type { Creator, CreatorRole, WorkCard } from "./work.ts";

/** Whose a work is, as far as the person who asks is told. */
type Named = Pick<WorkCard, "creators" | "anonymous" | "language">;

/** A name, leading to its page when it is a pseud of this archive; a free name stands as it was written. */
function PersonName(props: { page: Page; person: Pick<Creator, "pseudId" | "name">; language: string }) {
  const { pseudId, name } = props.person;
  const lang = languageOfWords(name, props.language, props.page.locale);
  if (pseudId === null)
    return (
      <span lang={lang} dir="auto">
        {name}
      </span>
    );
  return (
    <a href={urls.writer(pseudId)} lang={lang} dir="auto">
      {name}
    </a>
  );
}

/**
 * "by Marchpane and Rook": who wrote it, under the names they chose, or that nobody is told. Nothing while a draft
 * names nobody.
 */
export function Byline({ page, work }: { page: Page; work: Named }) {
  const { t } = page;
  const authors = work.creators.filter(({ role }) => role === "author");
  if (authors.length === 0) return work.anonymous ? <span>{t("by Anonymous")}</span> : null;
  return (
    <>
      <Sentence
        page={page}
        says="by {names}"
        parts={{ names: <Names page={page} people={authors} language={work.language} /> }}
      />
      {work.anonymous && <span class="quiet small"> {t("(readers are told no name)")}</span>}
    </>
  );
}

/** Everybody who helped, a sentence for each role that is filled. */
export function Credits(props: { page: Page; work: Pick<Named, "creators" | "language"> }) {
  const { page, work } = props;
  return helpingRoles.flatMap(({ role, says }) => {
    const people = work.creators.filter((creator) => creator.role === role);
    if (people.length === 0) return [];
    return (
      <p class="credit">
        <Sentence
          page={page}
          says={says}
          parts={{ names: <Names page={page} people={people} language={work.language} /> }}
        />
      </p>
    );
  });
}

/** The authors' names as one line of text, for titles and descriptions; a page may be saved or shared, so an anonymous work has none there. */
export function authorNames(page: Page, { creators, anonymous }: Omit<Named, "language">): string {
  if (anonymous) return "";
  const names = creators.filter(({ role }) => role === "author").map(({ name }) => name);
  return new Intl.ListFormat(page.locale, { type: "conjunction" }).format(names);
}

const helpingRoles: readonly { role: Exclude<CreatorRole, "author">; says: string }[] = [
  { role: "translator", says: "Translated by {names}" },
  { role: "artist", says: "With art by {names}" },
  { role: "beta", says: "Beta read by {names}" },
];

function Names(props: { page: Page; people: Creator[]; language: string }) {
  const { page, people, language } = props;
  return <Joined page={page} items={people.map((person) => PersonName({ page, person, language }))} />;
}
