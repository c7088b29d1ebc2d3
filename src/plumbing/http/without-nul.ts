import type { MiddlewareHandler } from "hono";
import { NotFound } from "../../vocabulary/errors.ts";

/**
 * Keeps a NUL in an address from the database: PostgreSQL takes none in any value ("invalid byte sequence"), so that what
 * merely does not exist would look like our mistake. No page has one in its path. In what is asked of a page it is replaced, as in
 * forms (form-values.ts), and answered as any other nonsense.
 *
 * @throws NotFound
 */
export function withoutNul(): MiddlewareHandler {
  return async (context, next) => {
    const { url, method, headers, signal } = context.req.raw;
    if (url.includes("%00")) {
      const asked = url.indexOf("?");
      const isRead = method === "GET" || method === "HEAD";
      if (!isRead || asked < 0 || url.slice(0, asked).includes("%00")) throw new NotFound();
      context.req.raw = new Request(url.replaceAll("%00", "%EF%BF%BD"), { method, headers, signal });
    }
    await next();
  };
}
