import { type CharacterFormat, plainFormat } from "./character-format.ts";
import type { Destination } from "./destination.ts";
import { type ParagraphFormat, plainParagraph } from "./paragraph-format.ts";
import type { Shape } from "./picture.ts";
import type { TextFlow } from "./text-flow.ts";

/** What an opening brace copies and the closing one goes back to. */
export interface RtfGroup {
  destination: Destination;
  /** The text the group's words are part of, even while they go elsewhere (a picture stands in a text). */
  flow: TextFlow;
  character: CharacterFormat;
  paragraph: ParagraphFormat;
  /** How many characters stand in for each `\u` where Unicode is not known. */
  fallbackLength: number;
  /** Shared by the groups inside of one field, shape, or property of a shape. */
  field: { instruction: string; isAnswered: boolean } | null;
  shape: Shape | null;
  property: { name: string } | null;
}

/** The group of the whole file. */
export function outermostGroup(flow: TextFlow): RtfGroup {
  return {
    ...{ destination: flow, flow, character: plainFormat, paragraph: plainParagraph, fallbackLength: 1 },
    ...{ field: null, shape: null, property: null },
  };
}
