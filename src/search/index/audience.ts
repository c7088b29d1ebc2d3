import type { Person } from "../../people/person.ts";
import type { Audience } from "./finding-index.ts";

/** Whose lists a person sees: what members see is the same for all of them, moderators and authors too. */
export function audienceOf(person: Person): Audience {
  return person.kind === "visitor" ? "everyone" : "members";
}
