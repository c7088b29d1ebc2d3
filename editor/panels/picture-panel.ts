import { NodeSelection } from "prosemirror-state";
import { type KeptPicture, Refused } from "../archive.ts";
import { make, newId } from "../element.ts";
import type { Panel } from "../panel.ts";
import { type Said, saying } from "../said.ts";
import { putBlock } from "../shaping.ts";
import { saidOf } from "../story-nodes.ts";
import { storySchema } from "../story-schema.ts";
import type { Workbench } from "./workbench.ts";

/** Asks for a picture and its words, or for other words for the one that is chosen. */
export function picturePanel(bench: Workbench): Panel {
  const { selection } = bench.view.state;
  const isPicture = selection instanceof NodeSelection && selection.node.type.name === "image";
  return isPicture ? describePanel(bench, selection) : newPicturePanel(bench);
}

const wordsQuestions = ({ words }: Workbench, alt: string | undefined) => [
  { name: "alt", label: words.alt, hint: words.altHint, value: alt },
  { name: "decoration", label: words.decoration, kind: "tick" as const, value: alt === "" ? "yes" : "" },
];

/** What stands in `alt`; null when nothing has been said yet. */
function altOf(answers: Map<string, string>): string | null {
  if (answers.get("decoration") === "yes") return "";
  const alt = (answers.get("alt") ?? "").replace(/\s+/g, " ").trim();
  return alt === "" ? null : alt;
}

function describePanel(bench: Workbench, { node, from }: NodeSelection): Panel {
  const { words, run } = bench;
  return {
    title: words.picture,
    questions: wordsQuestions(bench, saidOf(node).alt),
    submit: words.change,
    answer(answers) {
      const alt = altOf(answers);
      if (alt === null) return words.altMissing;
      run((state, dispatch) => {
        dispatch?.(
          state.tr.setNodeMarkup(from, null, { said: saying(saidOf(node), "alt", alt) }, node.marks),
        );
        return true;
      });
      return null;
    },
  };
}

function newPicturePanel(bench: Workbench): Panel {
  const { words, archive, run } = bench;
  const kept = new Map<string, KeptPicture>();
  return {
    title: words.picture,
    questions: [
      {
        name: "file",
        label: words.choosePicture,
        kind: "file",
        accept: "image/png,image/jpeg,image/gif,image/webp",
      },
      ...wordsQuestions(bench, undefined),
      { name: "caption", label: words.caption },
    ],
    submit: words.putIn,
    more: ownPictures(bench, kept),
    async answer(answers, file) {
      const alt = altOf(answers);
      const chosen = kept.get(answers.get("chosen") ?? "");
      if (file === null && chosen === undefined) return words.pictureMissing;
      if (alt === null) return words.altMissing;
      try {
        const picture = file ? await archive.keepPicture(file) : chosen;
        if (picture === undefined) return words.pictureMissing;
        run(putBlock(pictureBlock(picture, alt, (answers.get("caption") ?? "").trim())));
        return null;
      } catch (cause) {
        return cause instanceof Refused ? cause.message : words.pictureRefused;
      }
    },
  };
}

function pictureBlock({ src, width, height }: KeptPicture, alt: string, caption: string) {
  const said: Said = { src, alt, width: String(width), height: String(height) };
  return storySchema.node("picture", { said: { class: "picture" } }, [
    storySchema.node("picture_row", {}, [storySchema.node("image", { said })]),
    ...(caption === ""
      ? []
      : [
          storySchema.node("figcaption", {}, [
            storySchema.node("paragraph", {}, [storySchema.text(caption)]),
          ]),
        ]),
  ]);
}

/** The writer's pictures to choose from; they come when the archive has answered. */
function ownPictures({ archive, words }: Workbench, kept: Map<string, KeptPicture>): HTMLElement {
  const legend = make("legend", {}, words.ownPictures);
  const group = make("fieldset", { class: "field own-pictures" }, legend);
  const name = newId("own-picture");
  archive.ownPictures().then(
    (pictures) => {
      if (pictures.length === 0) group.append(make("p", { class: "hint" }, words.noOwnPictures));
      for (const [index, picture] of pictures.entries()) {
        kept.set(picture.src, picture);
        const id = newId("picture");
        const label = `${words.picture} ${index + 1}`;
        const input = make("input", { type: "radio", id, value: picture.src, form: "", name });
        group.append(
          make(
            "span",
            { class: "own-picture" },
            input,
            make("label", { for: id }, make("img", { src: picture.src, alt: label, loading: "lazy" })),
          ),
        );
      }
    },
    () => group.append(make("p", { class: "hint" }, words.notSwitched)),
  );
  return group;
}
