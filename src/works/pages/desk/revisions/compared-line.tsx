import type { Piece } from "../../../../story-text/compare-lines.ts";
import type { ComparedLine } from "../../../../story-text/compare-stories.ts";
import type { Page } from "../../../../ui/page.ts";
import { frameSentence, resetSentence } from "./reset-sentence.ts";
import { SetWordsShown } from "./set-words.tsx";

/** One line of two compared states: what went and what came is said to the ear too, and never by colour alone. */
export function ComparedLineShown({ page, line }: { page: Page; line: ComparedLine }) {
  return (
    <p class={`compared-line ${classOf(line)}`}>
      {line.pieces.map((piece) => (
        <PieceShown page={page} piece={piece} />
      ))}
      {line.frameBefore !== null && (
        <ChangeNote page={page} says={frameSentence(page.t, line.frameBefore, line.frame)} />
      )}
    </p>
  );
}

function PieceShown({ page, piece }: { page: Page; piece: Piece }) {
  const { t } = page;
  switch (piece.change) {
    case "same":
      return <SetWordsShown page={page} words={piece.words} />;
    case "reset":
      return (
        <>
          <span class="words-reset">
            <SetWordsShown page={page} words={piece.words} />
          </span>
          <ChangeNote page={page} says={resetSentence(t, piece.gained, piece.lost)} />
        </>
      );
    case "removed":
      return (
        <del>
          <Heard page={page} says={t("Removed:")} />
          <SetWordsShown page={page} words={piece.words} showsBreaks />
          <Heard page={page} says={t("End of what was removed.")} />
        </del>
      );
    case "added":
      return (
        <ins>
          <Heard page={page} says={t("Added:")} />
          <SetWordsShown page={page} words={piece.words} showsBreaks />
          <Heard page={page} says={t("End of what was added.")} />
        </ins>
      );
  }
}

/** Words of the archive amid those of the story, in the reader's language. */
function ChangeNote({ page, says }: { page: Page; says: string }) {
  return (
    <>
      {" "}
      <span class="change-note" lang={page.locale} dir={page.direction}>
        ({says})
      </span>
    </>
  );
}

function Heard({ page, says }: { page: Page; says: string }) {
  return (
    <span class="visually-hidden" lang={page.locale} dir={page.direction}>
      {` ${says} `}
    </span>
  );
}

function classOf({ change, frame }: ComparedLine): string {
  const isHeading = /\bh[3-6]\b/.test(frame);
  const isInside = /\b(blockquote|aside|figure|li|dd|td|th|details)\b/.test(frame);
  return [`line-${change}`, isHeading && "line-heading", isInside && "line-inside"].filter(Boolean).join(" ");
}
