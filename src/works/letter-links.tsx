import type { Page } from "../ui/page.ts";

/** The letters that names begin with, each leading to the names under it. */
export function LetterLinks(props: {
  page: Page;
  letters: readonly string[];
  urlOf: (letter: string, index: number) => string;
  current?: string | null;
}) {
  const { page, letters, urlOf, current = null } = props;
  return (
    <nav aria-label={page.t("Letters")}>
      <ul class="letters">
        {letters.map((letter, index) => (
          <li>
            <a href={urlOf(letter, index)} aria-current={letter === current ? "page" : undefined}>
              {letter}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
