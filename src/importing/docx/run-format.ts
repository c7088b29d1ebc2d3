import type { RunProperties, Toggle } from "./run-properties.ts";

/** How a run of words looks in the end, as far as that can mean something. */
export interface RunFormat {
  bold: boolean;
  italic: boolean;
  underlined: boolean;
  struck: boolean;
  smallCapitals: boolean;
  raised: "sup" | "sub" | null;
  code: boolean;
  hidden: boolean;
  colour: string | null;
  language: string | null;
  font: string | null;
}

/** Where a run's properties come from, furthest first. */
export interface RunSources {
  defaults: RunProperties;
  paragraphStyle: RunProperties;
  characterStyle: RunProperties;
  direct: RunProperties;
}

/**
 * What the sources make together. Toggles: what is set on the run itself counts; else the document's defaults switch
 * it on, or exactly one of the two styles does (17.7.3: an italic word in an italic paragraph stands upright).
 */
export function runFormat(sources: RunSources): RunFormat {
  const { defaults, paragraphStyle, characterStyle, direct } = sources;
  const toggle = (name: Toggle): boolean =>
    direct.toggles[name] ??
    ((defaults.toggles[name] ?? false) ||
      (paragraphStyle.toggles[name] ?? false) !== (characterStyle.toggles[name] ?? false));
  const nearest = <Name extends keyof RunProperties>(name: Name): RunProperties[Name] =>
    direct[name] ?? characterStyle[name] ?? paragraphStyle[name] ?? defaults[name];
  const isComplex = (nearest("rightToLeft") ?? false) || (nearest("complexScript") ?? false);
  const [raised, colour] = [nearest("raised"), nearest("colour")];
  return {
    bold: toggle(isComplex ? "boldComplex" : "bold"),
    italic: toggle(isComplex ? "italicComplex" : "italic"),
    underlined: nearest("underlined") ?? false,
    struck: toggle("struck") || (nearest("struckTwice") ?? false),
    // Capitals that are only a look are capitals in meaning too; the letters stay as they were typed.
    smallCapitals: toggle("smallCapitals") || toggle("capitals"),
    raised: raised === undefined || raised === "level" ? null : raised,
    code: false,
    hidden: toggle("hidden"),
    colour: colour === undefined || colour === "auto" ? null : colour,
    language: nearest("language") ?? null,
    font: nearest("font") ?? null,
  };
}
