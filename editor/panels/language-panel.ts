import type { Command } from "prosemirror-state";
import { languageChoices, languageOf } from "../languages.ts";
import { marksHere } from "../marking.ts";
import type { Panel } from "../panel.ts";
import { type Said, saying } from "../said.ts";
import { saidIn } from "../story-marks.ts";
import { saidOf } from "../story-nodes.ts";
import { storySchema } from "../story-schema.ts";
import type { Workbench } from "./workbench.ts";

/** Asks for the language of what is chosen, or of the paragraph the cursor stands in. */
export function languagePanel({ view, words, run, locale }: Workbench): Panel {
  const { state } = view;
  const present = saidHere(state);
  return {
    title: words.language,
    questions: [
      {
        name: "language",
        label: words.languageTag,
        hint: words.languageHint,
        value: present.lang,
        choices: languageChoices(locale),
      },
      {
        name: "direction",
        label: words.direction,
        kind: "choice",
        value: present.dir ?? "",
        choices: [
          ["", words.asLanguage],
          ["ltr", words.leftToRight],
          ["rtl", words.rightToLeft],
        ],
      },
    ],
    submit: words.change,
    answer(answers) {
      const typed = (answers.get("language") ?? "").trim();
      const language = typed === "" ? null : languageOf(typed, locale);
      if (typed !== "" && language === null) return words.languageWrong;
      const direction = answers.get("direction") || directionOf(language);
      run(sayLanguage(language, direction));
      return null;
    },
  };
}

function directionOf(language: string | null): string | null {
  if (language === null) return null;
  return ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"].includes(
    new Intl.Locale(language).maximize().script ?? "",
  )
    ? "rtl"
    : null;
}

function saidHere(state: Parameters<Command>[0]): Said {
  const { selection } = state;
  if (selection.empty) return saidOf(selection.$from.parent) ?? {};
  const mark = marksHere(state, { name: "span" }).find((one) => saidIn(one).lang !== undefined);
  return mark ? saidIn(mark) : {};
}

function sayLanguage(language: string | null, direction: string | null): Command {
  return (state, dispatch) => {
    const { selection, tr } = state;
    const { from, to, $from, empty } = selection;
    if (empty) {
      const said = saying(saying(saidOf($from.parent) ?? {}, "lang", language), "dir", direction);
      tr.setNodeMarkup($from.before(), null, { ...$from.parent.attrs, said });
    } else {
      for (const mark of marksHere(state, { name: "span" })) {
        const said = saidIn(mark);
        if (said.class === undefined && (said.lang !== undefined || said.dir !== undefined))
          tr.removeMark(from, to, mark);
      }
      const said: Said = { ...(language && { lang: language }), ...(direction && { dir: direction }) };
      if (Object.keys(said).length > 0) tr.addMark(from, to, storySchema.mark("span", { said }));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
