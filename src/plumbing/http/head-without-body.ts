import type { MiddlewareHandler } from "hono";

/**
 * Ends what was to be sent for HEAD (RFC 9110, section 9.3.2): nobody takes it, and a book that is made while it is sent
 * would wait for its taker, and hold a seat.
 */
export const headWithoutBody: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.req.method !== "HEAD" || context.res.body === null) return;
  await context.res.body.cancel();
  context.res = new Response(null, context.res);
};
