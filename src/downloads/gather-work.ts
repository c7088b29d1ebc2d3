import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { pictureNamesIn } from "../story-text/kept-pictures.ts";
import { listTagKinds, type TagWeight } from "../tags/tags.ts";
import { urls } from "../vocabulary/urls.ts";
import { findPicture } from "../works/pictures.ts";
import { isComplete, type Work } from "../works/work.ts";
import { findAllChapters } from "../works/works.ts";
import type { Creator, DownloadableWork } from "./downloadable-work.ts";

/**
 * Gathers a work as it may be carried away by this person: published works only, published chapters
 * only, for its author too, so that no draft ever leaves by accident.
 *
 * @param archive its name, and its address without a slash at the end
 * @param work as `findWork` gave it for this person
 * @returns undefined for a draft
 */
export async function gatherWork(
  reader: Reader,
  person: Person,
  work: Work,
  archive: { name: string; address: string },
): Promise<DownloadableWork | undefined> {
  if (work.status !== "published" || work.publishedAt === null) return undefined;
  const chapters = await findAllChapters(reader, { id: work.id, mine: false });
  const pictures = await visiblePictures(
    reader,
    person,
    chapters.flatMap(({ story }) => pictureNamesIn(story)),
  );
  const kinds = await listTagKinds(reader);
  return {
    id: work.id,
    url: archive.address + urls.work(work.id),
    archiveName: archive.name,
    archiveUrl: archive.address + urls.home(),
    title: work.title,
    language: work.language,
    // A file is given on: what readers are not told does not stand in its makers' own copy either.
    creators: work.anonymous ? [] : creatorsOf(work),
    gifts: work.gifts.map(({ name, addressedAs }) => ({ name, addressedAs: addressedAs || null })),
    madeFrom: work.madeFrom.map(({ kind, title, language, creators, anonymous, workId, address }) => ({
      ...{ kind, title, language, anonymous },
      names: anonymous ? [] : creators.flatMap(({ role, name }) => (role === "author" ? [name] : [])),
      address: workId === null ? address : archive.address + urls.work(workId),
    })),
    series: (work.anonymous ? [] : work.series).flatMap(({ title, number }) =>
      number === null ? [] : [{ title, number }],
    ),
    tags: kinds.flatMap(({ id, plural }) => {
      const tags = work.tags.filter(({ kindId }) => kindId === id);
      const weighing = (wanted: TagWeight) =>
        tags.filter(({ weight }) => weight === wanted).map(({ name }) => name);
      return tags.length > 0
        ? [
            {
              id,
              kind: plural,
              names: weighing("main"),
              side: weighing("side"),
              mentioned: weighing("mention"),
            },
          ]
        : [];
    }),
    rating: work.rating.name,
    ratingId: work.rating.id,
    warnings: work.warnings.map(({ name, answer }) => ({ name, answer })),
    categories: work.categories.map(({ name }) => name),
    permissions: work.permissions.map(({ name, answer }) => ({ name, answer })),
    summary: work.summary,
    notes: work.notes,
    endNotes: work.endNotes,
    disclaimer: work.disclaimer,
    dedication: work.dedication,
    conventions: work.conventions,
    expectedChapters: work.expectedChapters,
    complete: isComplete(work),
    words: work.wordCount,
    publishedAt: work.publishedAt,
    updatedAt: work.revisedAt ?? work.publishedAt,
    chapters: chapters.map((chapter) => ({
      id: chapter.id,
      position: chapter.number,
      title: chapter.title,
      summary: chapter.summary,
      notes: chapter.notes,
      text: chapter.story,
      endNotes: chapter.endNotes,
    })),
    pictures,
  };
}

async function visiblePictures(reader: Reader, person: Person, names: string[]): Promise<string[]> {
  const visible: string[] = [];
  for (const name of new Set(names)) if (await findPicture(reader, person, name)) visible.push(name);
  return visible;
}

/** The first author is the author; who wrote with them is a co-author. */
function creatorsOf(work: Work): Creator[] {
  let authors = 0;
  return work.creators.map(({ role, name }) => {
    if (role !== "author") return { role, name };
    authors += 1;
    return { role: authors === 1 ? "author" : "co-author", name };
  });
}
