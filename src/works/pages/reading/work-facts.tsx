import { fandomKind, type TagKind } from "../../../tags/tags.ts";
import { Day } from "../../../ui/day.tsx";
import { formatNumber } from "../../../ui/formats.ts";
import type { Page } from "../../../ui/page.ts";
import type { Translate } from "../../../vocabulary/translate.ts";
import { Joined } from "../../joined.tsx";
import { permissionWords } from "../../permissions.ts";
import { TagsByWeight } from "../../tag-links.tsx";
import type { Visibility, Work } from "../../work.ts";

/** What finds a work again: its categories, its tags kind by kind, its dates. Fandoms stand above the title. */
export function WorkFacts({ page, work, kinds }: { page: Page; work: Work; kinds: TagKind[] }) {
  const { t } = page;
  const shown = kinds.filter(({ id }) => id !== fandomKind);
  const known = (kindId: string) => kindId === fandomKind || shown.some(({ id }) => id === kindId);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t("More about this work")}</h2>
      <dl class="facts">
        {work.categories.length > 0 && (
          <>
            <dt>{t("Categories")}</dt>
            <dd>
              <Joined page={page} items={work.categories.map(({ name }) => name)} />
            </dd>
          </>
        )}
        {shown.map(({ id, name, plural }) => (
          <TagFact
            language={work.language}
            page={page}
            name={name}
            plural={plural}
            tags={work.tags.filter(({ kindId }) => kindId === id)}
          />
        ))}
        <TagFact
          language={work.language}
          page={page}
          name={t("Tag")}
          plural={t("Tags")}
          tags={work.tags.filter(({ kindId }) => !known(kindId))}
        />
        {work.publishedAt !== null && (
          <>
            <dt>{t("Published")}</dt>
            <dd>
              <Day page={page} at={work.publishedAt} />
            </dd>
          </>
        )}
        {work.revisedAt !== null && work.revisedAt !== work.publishedAt && (
          <>
            <dt>{t("Last chapter")}</dt>
            <dd>
              <Day page={page} at={work.revisedAt} />
            </dd>
          </>
        )}
        {work.counts.kudos > 0 && (
          <>
            <dt>{t("Kudos")}</dt>
            <dd>{formatNumber(work.counts.kudos, page.locale)}</dd>
          </>
        )}
        {work.counts.hits > 0 && (
          <>
            <dt>{t("Readings")}</dt>
            <dd>{formatNumber(work.counts.hits, page.locale)}</dd>
          </>
        )}
        {work.visibility !== "everyone" && (
          <>
            <dt>{t("Open to")}</dt>
            <dd>{openTo(work.visibility, t)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** What others may do with it, as far as its writers have said. */
export function WorkPermissions({ page, work }: { page: Page; work: Work }) {
  const { t } = page;
  if (work.permissions.length === 0) return null;
  return (
    <section aria-labelledby="permissions">
      <h2 id="permissions">{t("What you may do with it")}</h2>
      <dl class="facts">
        {work.permissions.map(({ name, about, answer }) => (
          <>
            <dt>{name}</dt>
            <dd>
              {permissionWords(t, answer)}
              {about !== "" && <span class="quiet"> · {about}</span>}
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function openTo(visibility: Exclude<Visibility, "everyone">, t: Translate): string {
  return {
    members: t("members of this archive"),
    link: t("whoever knows its address"),
    private: t("its writer alone"),
  }[visibility];
}

function TagFact(props: { page: Page; name: string; plural: string; tags: Work["tags"]; language: string }) {
  const { page, name, plural, tags, language } = props;
  if (tags.length === 0) return null;
  return (
    <>
      <dt>{tags.length === 1 ? name : plural}</dt>
      <dd>
        <TagsByWeight page={page} tags={tags} language={language} />
      </dd>
    </>
  );
}
