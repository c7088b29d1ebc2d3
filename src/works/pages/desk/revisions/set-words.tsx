import type { Child } from "hono/jsx";
import { isPicture, type SetWords } from "../../../../story-text/story-lines.ts";
import type { Page } from "../../../../ui/page.ts";

/** The elements of the story's own marks; every other mark is not seen here. */
const elements: Record<string, (inside: Child) => Child> = {
  em: (inside) => <em>{inside}</em>,
  upright: (inside) => <em>{inside}</em>,
  strong: (inside) => <strong>{inside}</strong>,
  s: (inside) => <s>{inside}</s>,
  u: (inside) => <u>{inside}</u>,
  small: (inside) => <small>{inside}</small>,
  rt: (inside) => <small>{inside}</small>,
  sub: (inside) => <sub>{inside}</sub>,
  sup: (inside) => <sup>{inside}</sup>,
  cite: (inside) => <cite>{inside}</cite>,
  q: (inside) => <q>{inside}</q>,
  code: (inside) => <code>{inside}</code>,
  b: (inside) => <b>{inside}</b>,
  sc: (inside) => <span class="sc">{inside}</span>,
};

/** Words of a compared line as they are set in the story; links lead nowhere, pictures are their descriptions. */
export function SetWordsShown(props: { page: Page; words: SetWords[]; showsBreaks?: boolean }) {
  const { page, words } = props;
  return (
    <>
      {words.map((run) =>
        run.marks.reduceRight<Child>(
          (inside, mark) => elements[mark]?.(inside) ?? inside,
          isPicture(run) ? <PictureWords page={page} text={run.text} /> : textOf(page, run.text, props),
        ),
      )}
    </>
  );
}

function PictureWords({ page, text }: { page: Page; text: string }) {
  const { t, locale, direction } = page;
  return (
    <span lang={locale} dir={direction}>
      {text === "" ? t("[Picture without words]") : t("[Picture: {description}]", { description: text })}
    </span>
  );
}

/** A line break that went or came would not be seen. */
function textOf({ t, locale }: Page, text: string, { showsBreaks }: { showsBreaks?: boolean }): Child {
  if (!showsBreaks || !text.includes("\n")) return text;
  const mark = (
    <span role="img" aria-label={t("line break")} lang={locale}>
      ↵
    </span>
  );
  return text.split("\n").flatMap((line, index) => (index === 0 ? [line] : [mark, "\n", line]));
}
