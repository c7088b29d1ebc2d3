import { fandomKind, type Tag, type TagKind } from "../../tags/tags.ts";
import { Form, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Pager } from "../../ui/pager.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { LetterLinks } from "../../works/letter-links.tsx";
import { TagIndex } from "../../works/tag-index.tsx";
import type { TagSuggestion } from "../found.ts";
import type { NameShelf } from "./kind-shelf.ts";
import type { Medium } from "./media.ts";
import { OfferedNames } from "./offered-names.tsx";

/** Below this many names a row of letters, or a field to find one, only stands in the way. */
const fewestForLetters = 15;

export type KindPageProps = {
  page: Page;
  kind: TagKind;
  kinds: TagKind[];
  /** The media that have fandoms, with how many; none for other kinds. */
  media: { medium: Medium; count: number }[];
  medium: Medium | null;
  shelf: NameShelf;
  /** The names by id, as this person may read them. */
  names: ReadonlyMap<string, Tag>;
  typed: string;
  /** What was found for what was typed; null: nothing was. */
  found: TagSuggestion[] | null;
};

/** The names of a kind: by medium and letter, or those that have what was typed. */
export function KindPage(props: KindPageProps) {
  const { page, kind, kinds, medium, shelf, typed, found } = props;
  const { t } = page;
  const isFandoms = kind.id === fandomKind;
  const title = isFandoms ? t("Fandoms") : kind.plural;
  const here = { medium: medium?.id, letter: shelf.letter ?? undefined };
  const urlOf = (part: Parameters<typeof urls.fandoms>[0]) =>
    isFandoms ? urls.fandoms(part) : urls.tagsOfKind(kind.id, part);
  const isSearch = typed !== "" && found !== null;
  return (
    <Layout
      page={page}
      title={[isSearch ? null : shelf.letter, medium && mediumName(page, medium), title]
        .filter(Boolean)
        .join(" · ")}
      canonical={isSearch ? undefined : urlOf({ ...here, page: shelf.page })}
      noindex={isSearch}
    >
      <header class="page-head">
        <h1>{title}</h1>
        <CountOfNames {...props} />
        {shelf.count > 0 && (
          <p>
            <a href={urls.works()}>{t("Find by more than the name")}</a>
          </p>
        )}
      </header>
      {(isSearch || shelf.count >= fewestForLetters || medium !== null) && (
        <Form page={page} action={urlOf({})} method="get" class="find-box" label={t("Find by typing")}>
          <TextField
            page={page}
            name="typed"
            label={t("Part of a name")}
            type="search"
            value={typed}
            autocomplete="off"
            spellcheck={false}
          />
          <SubmitButton>{t("Find")}</SubmitButton>
        </Form>
      )}
      {isSearch && <OfferedNames page={page} tags={found} typed={typed} urlOf={(id) => urls.tag(id)} />}
      <Media {...props} />
      {shelf.count >= fewestForLetters && (
        <LetterLinks
          page={page}
          letters={shelf.letters}
          current={shelf.letter}
          urlOf={(letter, index) =>
            shelf.letter === null && !shelf.isMostTold && !isSearch
              ? `#letter-${index + 1}`
              : urlOf({ medium: medium?.id, letter })
          }
        />
      )}
      {!isSearch && <Names {...props} />}
      <Pager
        page={page}
        pages={isSearch ? 1 : shelf.pages}
        current={shelf.page}
        urlOf={(number) => urlOf({ ...here, page: number })}
      />
      <OtherKinds page={page} kinds={kinds.filter(({ id }) => id !== kind.id)} />
    </Layout>
  );
}

function CountOfNames({ page, kind, medium, shelf: { count } }: KindPageProps) {
  const { t } = page;
  const said =
    kind.id === fandomKind
      ? t("{count, plural, =0 {No fandom has works here yet.} one {# fandom} other {# fandoms}}", { count })
      : t("{count, plural, =0 {No work here has one of these yet.} one {# name} other {# names}}", { count });
  return <p class="quiet">{medium ? `${mediumName(page, medium)}: ${said}` : said}</p>;
}

function mediumName({ t }: Page, { name }: Medium): string {
  return name ?? t("Not sorted yet");
}

function Media({ page, media, medium }: KindPageProps) {
  const { t } = page;
  if (media.length === 0) return null;
  const here = (id: string | undefined) => (medium?.id === id ? "page" : undefined);
  return (
    <nav aria-label={t("By medium")}>
      <ul class="facts-line media">
        <li>
          <a href={urls.fandoms()} aria-current={here(undefined)}>
            {t("All")}
          </a>
        </li>
        {media.map(({ medium, count }) => (
          <li>
            <a href={urls.fandoms({ medium: medium.id })} aria-current={here(medium.id)}>
              <bdi>{mediumName(page, medium)}</bdi>
            </a>{" "}
            <span class="quiet">{t("{count, number}", { count })}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Names({ page, shelf, names }: KindPageProps) {
  return (
    <>
      {shelf.groups.map(({ letter, members }) => {
        const id = `letter-${shelf.letters.indexOf(letter) + 1}`;
        return (
          <section aria-labelledby={id}>
            <h2 id={id}>{shelf.isMostTold ? page.t("Most told") : letter}</h2>
            <TagIndex
              page={page}
              tags={members.flatMap(({ id, count }) => {
                const tag = names.get(id);
                return tag ? [{ id, name: tag.name, count }] : [];
              })}
            />
          </section>
        );
      })}
    </>
  );
}

function OtherKinds({ page, kinds }: { page: Page; kinds: TagKind[] }) {
  const { t } = page;
  return (
    <nav class="other-kinds" aria-label={t("Other names")}>
      <h2>{t("Other names")}</h2>
      <ul class="facts-line">
        {kinds.map(({ id, plural }) => (
          <li>
            <a href={id === fandomKind ? urls.fandoms() : urls.tagsOfKind(id)}>
              <bdi>{plural}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
