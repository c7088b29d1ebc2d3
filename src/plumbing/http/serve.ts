import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { VisitorPages } from "./visitor-pages.ts";

/** A web server that is listening. */
export type Serving = {
  port: number;
  /** Takes no more requests, finishes the running ones, and resolves; cuts what still runs after `patience` ms. */
  close(patience: number): Promise<void>;
};

/** Longest a sender may take over one request, in ms: a slow upload on a bad line, not a held socket. */
const requestTimeout = 300_000;

/**
 * Listens on a port, of one address or (null) of all. Pages kept for visitors are sent straight from memory; everything else is made.
 *
 * @param answer makes the answer to a request
 * @throws when the port is taken (EADDRINUSE) or may not be used (EACCES)
 */
export function serve(
  answer: (request: Request, environment: unknown) => Response | Promise<Response>,
  visitorPages: VisitorPages,
  host: string | null,
  port: number,
): Promise<Serving> {
  const make = getRequestListener(answer, { overrideGlobalObjects: false });
  const server = createServer({ requestTimeout, headersTimeout: 20_000 }, (request, response) => {
    if (!visitorPages.answer(request, response)) void make(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host === null ? {} : { host }) }, () => {
      server.off("error", reject);
      resolve({ port: portOf(server, port), close: (patience) => closeGently(server, patience) });
    });
  });
}

function portOf(server: Server, wished: number): number {
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === "object" ? address.port : wished;
}

function closeGently(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
