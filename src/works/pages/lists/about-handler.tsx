import type { ArchiveHandler } from "../../../people/request.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { AboutPage } from "./about-page.tsx";

/** Who runs this archive and by which rules, in the owner's words. */
export function showAbout(settings: SettingsKeeper): ArchiveHandler {
  return async (context) => {
    const { about, rules, language } = await settings.current();
    return context.html(
      <AboutPage page={context.var.page} about={about} rules={rules} language={language} />,
    );
  };
}
