import assert from "node:assert/strict";
import type { TestArchive } from "./archive.ts";

/** What stands for each parameter of the archive's addresses, by its name in the pattern: `workId`, `tagId` … */
export type KnownParameters = Record<string, readonly string[]>;

/**
 * Every address that answers GET, as the router knows them, filled with everything there is. A route with a parameter
 * that nobody has said the meaning of fails the test that asks: so no page, feed or file comes in unproved.
 *
 * @param isAsked which patterns are wanted; all of them when left out
 */
export function everyAddress(
  archive: TestArchive,
  known: KnownParameters,
  isAsked: (pattern: string) => boolean = () => true,
): string[] {
  const patterns = archive.app.routes.filter(({ method, path }) => method === "GET" && !path.endsWith("*"));
  return [...new Set(patterns.map(({ path }) => path))].filter(isAsked).flatMap((path) =>
    (path.match(/:\w+/g) ?? []).reduce<string[]>(
      (all, parameter) => {
        const values = known[parameter.slice(1)];
        assert.ok(values, `say in the test that asks for every address what ${parameter} in ${path} is`);
        return all.flatMap((each) => values.map((value) => each.replace(parameter, value)));
      },
      [path],
    ),
  );
}
