import type { Page } from "../../../ui/page.ts";

/** A few lines of our own with everything a writer may set apart: a letter, a chat, verse, a sign, voices. */
export function ComfortSample({ page }: { page: Page }) {
  const { t } = page;
  return (
    <div class="story">
      <p>
        {t(
          "The lamplighter had been gone an hour when Wren found the parcel on the step: brown paper, no name, and a ribbon the colour of old wine.",
        )}{" "}
        <em>{t("Not for me, surely.")}</em>
      </p>
      <p>
        <span class="voice-1">{t("Open it,")}</span> {t("said the first voice.")}{" "}
        <span class="voice-2">{t("Leave it,")}</span> {t("said the second.")}{" "}
        <span class="voice-3">{t("Ask it,")}</span> {t("said the third.")}
      </p>
      <hr class="scene" />
      <blockquote class="letter">
        <p>{t("Dear Wren,")}</p>
        <p>{t("You mended my clock and would take nothing for it. This is nothing. Please take it.")}</p>
        <p class="right">{t("A neighbour")}</p>
      </blockquote>
      <p class="verse">
        {t("Small the lamp and long the lane,")}
        <br />
        <span class="in1">{t("who walks it once walks it again.")}</span>
      </p>
      <p class="center">
        <span class="sc">{t("No hawkers. Gifts only.")}</span>
      </p>
      <ol class="chat">
        <li>
          <b>{t("wren")}</b> {t("did you leave a parcel here")}
        </li>
        <li>
          <b>{t("tom next door")}</b> {t("i would never admit to that")}
        </li>
      </ol>
      <details>
        <summary>{t("What was in it")}</summary>
        <p>{t("A key, wound and warm, and still ticking.")}</p>
      </details>
    </div>
  );
}
