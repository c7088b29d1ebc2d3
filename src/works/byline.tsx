import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
import { urls } from "../vocabulary/urls.ts";
import { Joined } from "./joined.tsx";
import type { Creator, CreatorRole } from "./work.ts";

/** A name, leading to its page when it is a pseud of this archive; a free name stands as it was written. */
function PersonName({ pseudId, name }: Pick<Creator, "pseudId" | "name">) {
  if (pseudId === null) return <span dir="auto">{name}</span>;
  return (
    <a href={urls.writer(pseudId)} dir="auto">
      {name}
    </a>
  );
}

/** "by Marchpane and Rook": who wrote it, under the names they chose. Nothing while a draft names nobody. */
export function Byline({ page, creators }: { page: Page; creators: Creator[] }) {
  const authors = creators.filter(({ role }) => role === "author");
  if (authors.length === 0) return null;
  return <Sentence page={page} says="by {names}" parts={{ names: <Names page={page} people={authors} /> }} />;
}

/** Everybody who helped, a sentence for each role that is filled. */
export function Credits({ page, creators }: { page: Page; creators: Creator[] }) {
  return helpingRoles.flatMap(({ role, says }) => {
    const people = creators.filter((creator) => creator.role === role);
    if (people.length === 0) return [];
    return (
      <p class="credit">
        <Sentence page={page} says={says} parts={{ names: <Names page={page} people={people} /> }} />
      </p>
    );
  });
}

/** The authors' names as one line of text, for titles and descriptions. */
export function authorNames(page: Page, creators: Creator[]): string {
  const names = creators.filter(({ role }) => role === "author").map(({ name }) => name);
  return new Intl.ListFormat(page.locale, { type: "conjunction" }).format(names);
}

const helpingRoles: readonly { role: Exclude<CreatorRole, "author">; says: string }[] = [
  { role: "translator", says: "Translated by {names}" },
  { role: "artist", says: "With art by {names}" },
  { role: "beta", says: "Beta read by {names}" },
];

function Names({ page, people }: { page: Page; people: Creator[] }) {
  return <Joined page={page} items={people.map((person) => PersonName(person))} />;
}
