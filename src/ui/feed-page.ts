import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { plainComfort } from "./comfort.ts";
import type { Page } from "./page.ts";
import { createTranslate, directionOf, negotiateLocale } from "./translation.ts";

/** In what a feed is made: it is the same for all its readers, in the archive's own language, and leads nowhere. */
export async function feedPage(settings: SettingsKeeper): Promise<Page> {
  const { archiveName, language } = await settings.current();
  const locale = negotiateLocale(language);
  return {
    t: createTranslate(locale),
    locale,
    direction: directionOf(locale),
    archiveName,
    path: "",
    assets: {
      css: "",
      roomsCss: "",
      comfortCss: "",
      script: "",
      suggest: "",
      autosave: "",
      order: "",
      storyEnd: "",
      editor: { css: "", script: "" },
    },
    person: { signedIn: false, name: null, isOwner: false, isModerator: false },
    comfort: plainComfort,
    said: null,
  };
}
