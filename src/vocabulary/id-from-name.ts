import { newId } from "./ids.ts";

/**
 * The id of a row in one of the owner's lists, spelled from its first name so that it can be read in
 * addresses and exports: "Graphic violence" is "graphic-violence". It never changes afterwards.
 *
 * @param taken ids it must differ from; it gets the first free number
 * @returns lower-case letters, digits and hyphens; a random id for a name without Latin letters or digits
 */
export function idFromName(name: string, taken: ReadonlySet<string>): string {
  const spelled = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  if (spelled === "") return newId();
  let id = spelled;
  for (let number = 2; taken.has(id); number++) id = `${spelled}-${number}`;
  return id;
}
