import type { ComfortPart } from "../ui/comfort.ts";
import type { Choice } from "../ui/form.ts";
import type { Translate } from "../vocabulary/translate.ts";

/** A part of comfort as a reader is asked for it; the choices in the order in which one looks for them. */
export type ComfortQuestion = { part: ComfortPart; label: string; choices: Choice[] };

/** Every part of comfort in words. */
export function comfortQuestions(t: Translate, locale: string): ComfortQuestion[] {
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return [
    {
      part: "theme",
      label: t("Colours"),
      choices: [
        { value: "device", label: t("As the device") },
        { value: "light", label: t("Light") },
        { value: "dark", label: t("Dark") },
        { value: "sepia", label: t("Sepia") },
        { value: "ink", label: t("E-ink") },
        { value: "contrast", label: t("High contrast, light") },
        { value: "contrast-dark", label: t("High contrast, dark") },
      ],
    },
    {
      part: "face",
      label: t("Letters"),
      choices: [
        { value: "serif", label: t("With serifs") },
        { value: "sans", label: t("Without serifs") },
        { value: "dyslexic", label: t("OpenDyslexic") },
      ],
    },
    {
      part: "size",
      label: t("Size"),
      choices: ["85", "100", "115", "130", "150", "175", "200"].map((value) => ({
        value,
        label: percent.format(Number(value) / 100),
      })),
    },
    {
      part: "measure",
      label: t("Length of lines"),
      choices: [
        { value: "narrow", label: t("Narrow") },
        { value: "normal", label: t("As in a book") },
        { value: "wide", label: t("Wide") },
        { value: "full", label: t("The whole window") },
      ],
    },
    {
      part: "lines",
      label: t("Space between lines"),
      choices: [
        { value: "close", label: t("Close") },
        { value: "normal", label: t("As in a book") },
        { value: "wide", label: t("Wide") },
        { value: "wider", label: t("Wider") },
      ],
    },
    {
      part: "letters",
      label: t("Space between letters"),
      choices: [
        { value: "normal", label: t("As in a book") },
        { value: "wide", label: t("Wide") },
        { value: "wider", label: t("Wider") },
      ],
    },
    {
      part: "align",
      label: t("Ends of lines"),
      choices: [
        { value: "start", label: t("Ragged") },
        { value: "justify", label: t("Flush") },
      ],
    },
    {
      part: "hyphens",
      label: t("Hyphens"),
      choices: [
        { value: "no", label: t("None added") },
        { value: "yes", label: t("At line ends") },
      ],
    },
  ];
}
