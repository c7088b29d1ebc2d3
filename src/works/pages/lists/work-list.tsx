import type { Child } from "hono/jsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { asShownHere } from "../../asked-to-see.ts";
import { QuietCount } from "../../quiet-line.tsx";
import { ReadSwitch } from "../../read-switch.tsx";
import type { ReadManner } from "../../read-works.ts";
import type { WorkCard } from "../../work.ts";
import { WorkBlurb } from "../../work-blurb.tsx";
import type { WorkListPage } from "../../work-lists.ts";

/** One page of a list of works, with the way to the others. `urlOf` is the list's own address by page. */
export function WorkList(props: {
  page: Page;
  list: WorkListPage;
  urlOf: (number: number) => string;
  /** What becomes of works the reader has read, where it can be switched here. */
  readManner?: ReadManner | null;
  /** What this list has to say of a work. */
  remark?: ((work: WorkCard) => Child) | undefined;
}) {
  const { page, list, urlOf } = props;
  if (list.count + list.folded + list.hidden === 0)
    return <p class="quiet">{page.t("No works are here yet.")}</p>;
  return (
    <>
      {props.readManner && <ReadSwitch page={page} manner={props.readManner} />}
      <ul class="works">
        {list.works.map((work) => (
          <WorkBlurb page={page} work={work} level={2}>
            {props.remark?.(work)}
          </WorkBlurb>
        ))}
      </ul>
      <QuietCount {...list} page={page} />
      <Pager
        page={page}
        pages={list.pages}
        current={list.page}
        urlOf={(number) => asShownHere(page, urlOf(number))}
      />
    </>
  );
}

/** "20 works", and which page of them when there are several. */
export function CountOfWorks({ page, list }: { page: Page; list: WorkListPage }) {
  const { t } = page;
  if (list.pages === 1)
    return <p class="quiet">{t("{count, plural, one {# work} other {# works}}", { count: list.count })}</p>;
  return (
    <p class="quiet">
      {t("{count, plural, one {# work} other {# works}}, page {page, number} of {pages, number}", {
        count: list.count,
        page: list.page,
        pages: list.pages,
      })}
    </p>
  );
}
