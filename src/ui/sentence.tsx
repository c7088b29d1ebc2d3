import type { Child } from "hono/jsx";
import type { Page } from "./page.ts";

type Values = Record<string, string | number | Date>;

/** Private-use characters: they cannot be typed by chance, and no catalogue has a reason to hold them. */
const opening = "\uE000";
const closing = "\uE001";

/**
 * A translated sentence with elements in it: `<Sentence page says="A gift for {names}" parts={{ names: <a …/> }} />`.
 * The translator still sees one sentence and may move the parts about.
 */
export function Sentence(props: { page: Page; says: string; parts: Record<string, Child>; values?: Values }) {
  const marks: Values = {};
  for (const name of Object.keys(props.parts)) marks[name] = `${opening}${name}${closing}`;
  const pieces = props.page.t(props.says, { ...props.values, ...marks }).split(/\uE000(.*?)\uE001/);
  return <>{pieces.map((piece, index) => (index % 2 === 0 ? piece : props.parts[piece]))}</>;
}
