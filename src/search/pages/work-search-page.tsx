import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { Byline } from "../../works/byline.tsx";
import { SearchInWorkForm } from "../../works/search-in-work-form.tsx";
import type { ChapterEntry, Work } from "../../works/work.ts";
import { mostPlaces, type Snippet } from "../text-search.ts";
import { TextSnippets } from "../text-snippets.tsx";
import { BusyNotice } from "./busy-notice.tsx";

export type WorkSearchPageProps = {
  page: Page;
  work: Work;
  chapters: ChapterEntry[];
  text: string;
  /** null where looking for them took too long. */
  places: Snippet[] | null;
  /** What of the text cannot be asked for. */
  unusable: string[];
};

/** Every place of one story that has what was typed, chapter by chapter. */
export function WorkSearchPage(props: WorkSearchPageProps) {
  const { page, work, text, places, unusable } = props;
  const { t } = page;
  const title = work.title || t("Without a title yet");
  return (
    <Layout page={page} title={t("Search in {title}", { title })} noindex>
      <header class="page-head">
        <h1>
          <Sentence
            page={page}
            says={"Search in {title}"}
            parts={{
              title: (
                <a class="work-title" href={urls.work(work.id)} lang={work.language} dir="auto">
                  {title}
                </a>
              ),
            }}
          />
        </h1>
        <p class="byline">
          <Byline page={page} work={work} />
        </p>
      </header>
      {work.searchable ? (
        <>
          <SearchInWorkForm page={page} work={work} text={text} />
          {unusable.map((piece) => (
            <p class="quiet">
              <Sentence
                page={page}
                says={"Nothing can be searched by {typed}: it takes a word, or two letters before a *."}
                parts={{ typed: <bdi>{piece}</bdi> }}
              />
            </p>
          ))}
          {places === null && <BusyNotice page={page} />}
          {places !== null && (places.length > 0 || (text !== "" && unusable.length === 0)) && (
            <Places {...props} places={places} />
          )}
        </>
      ) : (
        <p>{t("Its author does not want this story to be searched. You can read it as ever.")}</p>
      )}
    </Layout>
  );
}

function Places({ page, work, chapters, text, places }: WorkSearchPageProps & { places: Snippet[] }) {
  const { t } = page;
  if (places.length === 0)
    return (
      <p class="quiet">
        <Sentence page={page} says={"No published chapter has {text}."} parts={{ text: <bdi>{text}</bdi> }} />
      </p>
    );
  return (
    <>
      <p class="quiet">
        {places.length < mostPlaces
          ? t("{count, plural, one {# place} other {# places}}", { count: places.length })
          : t("The first {count, number} places; add a word to find fewer.", { count: places.length })}
      </p>
      {chapters.map((chapter) => {
        const here = places.filter(({ chapterId }) => chapterId === chapter.id);
        if (here.length === 0) return null;
        return (
          <div>
            <h2 lang={chapter.title ? work.language : undefined} dir="auto">
              {chapter.title || t("Chapter {number, number}", { number: chapter.number })}
            </h2>
            <TextSnippets work={work} snippets={here} />
          </div>
        );
      })}
    </>
  );
}
