import type { Context } from "hono";
import { z } from "zod";

/** A page of a list counts from 1; anything that is no number means the first. A page past the end is the finder's to mend. */
const pageNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform((digits) => Math.max(1, Number(digits)))
  .catch(1);

/** Which page of a list an address asks for. */
export function pageAsked(context: Context): number {
  return pageNumber.parse(context.req.query("page"));
}
