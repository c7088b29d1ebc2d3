import type { Child } from "hono/jsx";
import type { Page } from "../ui/page.ts";

/** Elements in a row as the reader's language joins them: "A, B, and C". */
export function Joined({ page, items }: { page: Page; items: Child[] }) {
  const places = items.map((_, index) => String(index));
  const parts = new Intl.ListFormat(page.locale, { type: "conjunction" }).formatToParts(places);
  return <>{parts.map(({ type, value }) => (type === "element" ? items[Number(value)] : value))}</>;
}
