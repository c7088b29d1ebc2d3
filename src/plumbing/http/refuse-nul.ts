import type { MiddlewareHandler } from "hono";
import { NotFound } from "../../vocabulary/errors.ts";

/**
 * Finds nothing at an address that has a NUL in it: none of ours has one, and PostgreSQL takes none in any value ("invalid
 * byte sequence"), so that what merely does not exist would look like our mistake. In forms it is replaced (form-values.ts).
 *
 * @throws NotFound
 */
export function refuseNul(): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.url.includes("%00")) throw new NotFound();
    await next();
  };
}
