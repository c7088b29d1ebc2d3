import type { Translate } from "../vocabulary/translate.ts";
import type { Comfort } from "./comfort.ts";

/** What every page needs to know about the archive, the request and the person before it; passed on as the `page` prop. */
export type Page = {
  t: Translate;
  /** BCP 47 tag of the interface language; the story carries its own. */
  locale: string;
  direction: "ltr" | "rtl";
  /** The clock that dates and times are told by, an IANA name; UTC where the reader has not said theirs. */
  timeZone?: string;
  archiveName: string;
  /** Path and query of this request, for "here" marks in the navigation and for coming back after signing in. */
  path: string;
  /** Addresses of the style sheets and the scripts, with whatever makes them cacheable for ever. */
  assets: {
    css: string;
    roomsCss: string;
    comfortCss: string;
    script: string;
    suggest: string;
    autosave: string;
    order: string;
    storyEnd: string;
    editor: { css: string; script: string };
  };
  person: {
    signedIn: boolean;
    name: string | null;
    isOwner: boolean;
    isModerator: boolean;
    mayWrangle?: boolean;
    /** How many notices are new to them; left out when none are. */
    notices?: number;
    /** Tells accounts apart where one browser serves several; shown to the person alone. */
    accountKey?: string;
  };
  /** How the reader wants pages to look. */
  comfort: Comfort;
  /** One line confirming what was just done, shown once. */
  said: string | null;
};
