import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { Speaker } from "../../comment.ts";

/** Who said something, as one reads it. */
export function SpeakerName({ page, speaker }: { page: Page; speaker: Speaker }) {
  if (speaker.kind === "pseud")
    return (
      <a href={urls.writer(speaker.pseudId)} dir="auto">
        {speaker.name}
      </a>
    );
  return <span dir="auto">{speakerWords(page, speaker)}</span>;
}

/** The same as words alone. */
export function speakerWords({ t }: Page, speaker: Speaker): string {
  switch (speaker.kind) {
    case "pseud":
      return speaker.name;
    case "guest":
      return t("{name} (guest)", { name: speaker.name });
    case "the author":
      return t("the author");
    case "somebody":
      return t("somebody");
  }
}
