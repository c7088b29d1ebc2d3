import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import type { ArchiveEnvironment } from "../people/request.ts";
import { householdOf } from "../plumbing/http/sender-key.ts";
import { socketAddress } from "../plumbing/http/socket-address.ts";
import type { VisitorPages } from "../plumbing/http/visitor-pages.ts";
import type { Readings } from "./readings.ts";

/** Counts the works opened on pages that were made for whoever asked. */
export function countOpenings(
  readings: Readings,
  trustedProxies: number,
): MiddlewareHandler<ArchiveEnvironment> {
  return async (context, next) => {
    await next();
    const { openedWork, person } = context.var;
    if (openedWork === undefined || context.req.method !== "GET" || context.res.status !== 200) return;
    const header = (name: string) => context.req.header(name);
    readings.opened(openedWork, {
      accountId: person.kind === "member" ? person.accountId : null,
      household: householdOf(socketAddress(context), header("x-forwarded-for") ?? null, trustedProxies),
      userAgent: header("user-agent") ?? "",
      purpose: header("sec-purpose") ?? header("purpose") ?? "",
    });
  };
}

/** Counts the works opened on pages kept for visitors, which are sent without anything of the app. */
export function countKeptOpenings(
  readings: Readings,
  visitorPages: VisitorPages,
  trustedProxies: number,
): void {
  visitorPages.onSent((workId, request) => {
    const household = householdOf(
      request.socket.remoteAddress ?? "",
      headerOf(request, "x-forwarded-for") || null,
      trustedProxies,
    );
    readings.opened(workId, {
      accountId: null,
      household,
      userAgent: headerOf(request, "user-agent"),
      purpose: headerOf(request, "sec-purpose") || headerOf(request, "purpose"),
    });
  });
}

/** A header that came several times is read as one, its values joined (RFC 9110, section 5.2). */
function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : (value ?? []).join(", ");
}
