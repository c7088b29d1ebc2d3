import { urls } from "../vocabulary/urls.ts";
import type { PseudIcon as Icon } from "./pseud-icons.ts";

/** The picture beside a name. */
export function PseudIcon({ icon }: { icon: Icon }) {
  return (
    <img
      class="pseud-icon"
      src={urls.pseudIcon(icon.pseudId, icon.iconId)}
      alt={icon.alt}
      width="100"
      height="100"
      decoding="async"
    />
  );
}
