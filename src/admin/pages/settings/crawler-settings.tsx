import { FieldGroup, TextArea } from "../../../ui/form.ts";
import type { SettingsProps } from "./settings-props.ts";

/** Which crawlers are told to stay away. */
export function CrawlerSettings({ page, typed, errors }: SettingsProps) {
  const { t } = page;
  return (
    <FieldGroup
      legend={t("Crawlers of the makers of AI")}
      hint={t(
        "Each writer says whether makers of AI may take a work. These crawlers are told in robots.txt which works they may read, and that they may read nothing else; every page of a work says it too. Those who obey will stay away. It stops nobody who comes under another name.",
      )}
    >
      <TextArea
        page={page}
        name="aiCrawlers"
        label={t("Their names, one a line")}
        hint={t("With none, robots.txt asks nothing of anybody; the works’ own pages still do.")}
        value={typed.aiCrawlers}
        rows={8}
        error={errors.aiCrawlers}
      />
    </FieldGroup>
  );
}
