import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** The address of the connection. Without a socket (a test calling the app directly) everybody sends from one place. */
export function socketAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "";
  } catch {
    return "";
  }
}
