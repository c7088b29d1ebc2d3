import { HiddenField } from "../../ui/form.ts";
import { partsOfFilter } from "../filter-url.ts";
import type { WorkFilter } from "../work-filter.ts";

/** What a form does not ask about stays as it was chosen; `asks` are the names of what it does. */
export function HiddenParts({ filter, asks = [] }: { filter: WorkFilter; asks?: readonly string[] }) {
  return (
    <>
      {partsOfFilter(filter)
        .filter(([name]) => !asks.includes(name))
        .map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
    </>
  );
}
