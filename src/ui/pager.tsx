import type { Page } from "./page.ts";

/** Earlier and later pages of a list, by number; nothing when there is only one. */
export function Pager(props: {
  page: Page;
  pages: number;
  current: number;
  urlOf: (page: number) => string;
}) {
  const { page, pages, current, urlOf } = props;
  const { t } = page;
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={t("Pages of this list")}>
      {current > 1 && (
        <a rel="prev" href={urlOf(current - 1)}>
          {t("Previous page")}
        </a>
      )}
      <ol>
        {numbersShown(pages, current).map((number, index, shown) => (
          <li class={index > 0 && number - (shown[index - 1] ?? 0) > 1 ? "after-gap" : undefined}>
            <a
              href={urlOf(number)}
              aria-label={t("Page {number, number}", { number })}
              aria-current={number === current ? "page" : undefined}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
      {current < pages && (
        <a rel="next" href={urlOf(current + 1)}>
          {t("Next page")}
        </a>
      )}
    </nav>
  );
}

/** The first, the last, and two on each side of where one is. */
export function numbersShown(pages: number, current: number): number[] {
  const near = [1, pages];
  for (let number = current - 2; number <= current + 2; number++) {
    if (number > 1 && number < pages) near.push(number);
  }
  return near.sort((one, other) => one - other);
}
