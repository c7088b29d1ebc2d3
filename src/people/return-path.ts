import { urls } from "../vocabulary/urls.ts";

/** Where to go after signing in: a path of this archive, or the desk when something else was asked for. */
export function safeReturnPath(asked: string): string {
  // "//host", "/\host" and control characters would lead elsewhere (WHATWG URL, 4.4).
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return urls.desk();
  return asked;
}
