import { Schema } from "prosemirror-model";
import { markSpecs } from "./story-marks.ts";
import { nodeSpecs } from "./story-nodes.ts";

/** The stored form of a story (docs/story-text.md) as the editor knows it: every construct of it, and no other. */
export const storySchema = new Schema({ nodes: nodeSpecs, marks: markSpecs });
