import { safeReturnPath } from "../../../people/return-path.ts";
import { urls } from "../../../vocabulary/urls.ts";

/** Where something was pressed, if that is a page of the archive; else the ledger. */
export function placeToReturn(asked: string): string {
  return asked !== "" && safeReturnPath(asked) === asked ? asked : urls.ledger();
}
