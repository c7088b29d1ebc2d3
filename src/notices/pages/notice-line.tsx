import type { Child } from "hono/jsx";
import { Day } from "../../ui/day.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { Joined } from "../../works/joined.tsx";
import { noticeSentence, type Part } from "../notice-sentence.ts";
import type { Told } from "../told.ts";

/** One notice of a list. */
export function NoticeLine({ page, told, numbers }: { page: Page; told: Told; numbers: boolean }) {
  const sentence = noticeSentence(page, told, numbers);
  const parts: Record<string, Child> = {};
  for (const [name, part] of Object.entries(sentence.parts))
    parts[name] = Array.isArray(part) ? (
      <Joined page={page} items={part.map((each) => PartName(each))} />
    ) : (
      PartName(part)
    );
  return (
    <li class="notice-line">
      <p>
        <Sentence page={page} says={sentence.says} parts={parts} values={sentence.values ?? {}} />
      </p>
      <p class="quiet small">
        <Day page={page} at={told.notedAt} />
      </p>
    </li>
  );
}

function PartName({ text, href, language }: Part) {
  if (href === undefined) return <bdi lang={language}>{text}</bdi>;
  return (
    <a href={href} lang={language} dir="auto">
      {text}
    </a>
  );
}
