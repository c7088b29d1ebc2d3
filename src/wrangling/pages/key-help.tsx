import type { Page } from "../../ui/page.ts";

/**
 * The keys of the desk. Hidden until the script is there that listens to them; the box turns them off (WCAG 2.1.4).
 * What the script says aloud comes from here, in the reader's language.
 */
export function KeyHelp({ page }: { page: Page }) {
  const { t } = page;
  const keys: [string, string][] = [
    ["j k ↓ ↑", t("next tag, tag before")],
    ["a", t("accept the first suggestion")],
    ["1 2 3", t("accept that suggestion")],
    ["c", t("make it canonical")],
    ["s", t("leave it as it is")],
    ["m", t("merge it into … (type the name, Enter)")],
    ["p", t("put it under … (type the name, Enter)")],
    ["x", t("tick it")],
    ["o", t("more about it")],
    ["n", t("next page")],
    ["u", t("take back what you did last")],
    ["Esc", t("back to the tags")],
    ["?", t("show or hide these keys")],
  ];
  return (
    <details
      class="fold wrangle-keys"
      hidden
      data-working={t("Working …")}
      data-failed={t("The archive did not answer. Nothing was lost; try it again.")}
      data-nothing={t("There is nothing for this key here.")}
    >
      <summary>{t("Keys")}</summary>
      <dl class="facts">
        {keys.map(([key, what]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
      <p class="choice">
        <input type="checkbox" id="wrangle-keys-on" checked />
        <label for="wrangle-keys-on">{t("Listen to these keys")}</label>
      </p>
    </details>
  );
}
