/** A name as it is kept where names must be told apart: composed, on one line, with single spaces and none at its ends. */
export function tidyName(typed: string): string {
  return typed.normalize("NFC").replace(/\s+/gu, " ").trim();
}
