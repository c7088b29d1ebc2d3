import { RadioGroup } from "../../../ui/form.ts";
import type { Page } from "../../../ui/page.ts";

/** A fandom a filter may be applied to. */
export type NamedFandom = { id: string; name: string };

/** Whether a filter is applied when one of its fandoms is opened; nothing where it has none. */
export function FandomChoice(props: { page: Page; fandoms: NamedFandom[]; chosen: string }) {
  const { page, fandoms } = props;
  const { t } = page;
  if (fandoms.length === 0) return null;
  return (
    <RadioGroup
      page={page}
      name="fandom"
      label={t("When to apply it by itself")}
      hint={t("Whenever you open that fandom’s page. One click there shows everything again.")}
      value={props.chosen}
      choices={[
        { value: "", label: t("Only when I open it") },
        ...fandoms.map(({ id, name }) => ({
          value: id,
          label: t("Whenever I open {fandom}", { fandom: name }),
        })),
      ]}
    />
  );
}
