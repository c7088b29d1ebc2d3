import type { Config } from "../config.ts";

/** A command of `bin/pressie`: one file each. */
export type Command = {
  name: string;
  /** What stands behind the name in the help, e.g. "FOLDER". */
  takes: string;
  /** What it does, in a sentence. */
  does: string;
  /**
   * Does it.
   *
   * @param words what was typed behind the name
   * @param say writes a line to the terminal, and nowhere else
   * @throws CommandRefused with what to do instead
   */
  run(config: Config, words: readonly string[], say: (line: string) => void): Promise<void>;
};

/** The command could not be done; the message is a plain sentence that says what to do. */
export class CommandRefused extends Error {
  override name = "CommandRefused";
}

/** The command was called with words it does not take; the help is shown. */
export class MisusedCommand extends Error {
  override name = "MisusedCommand";
}
