import type { Command } from "./command.ts";

/** What `bin/pressie help` prints. */
export function helpOf(commands: readonly Command[]): string {
  const calls = commands.map(({ name, takes }) => `bin/pressie ${name} ${takes}`.trimEnd());
  const width = Math.max(...calls.map((call) => call.length));
  const lines = commands.map(({ does }, index) => `  ${(calls[index] ?? "").padEnd(width)}   ${does}`);
  return [
    "Pressie, from the archive’s own machine:",
    ...lines,
    `  ${"bin/pressie help".padEnd(width)}   Shows this.`,
    "The archive is the one bin/start opens: the folder data/, or what PRESSIE_DATA and DATABASE_URL say.",
  ].join("\n");
}
