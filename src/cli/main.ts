import { ConfigError, readConfig } from "../config.ts";
import { backUp } from "./back-up.ts";
import { checkIndex } from "./check-index.ts";
import { type Command, CommandRefused, MisusedCommand } from "./command.ts";
import { helpOf } from "./help.ts";
import { recoverOwner } from "./recover-owner.ts";

/** Every command of `bin/pressie`, in the order of the help. */
const commands: readonly Command[] = [recoverOwner, backUp, checkIndex];

/** Exit codes: 0 done, 1 refused, 2 not understood. */
process.exitCode = await obey(process.argv.slice(2));

async function obey([name, ...words]: string[]): Promise<number> {
  if (name === undefined || /^(help|--help|-h)$/.test(name)) {
    console.log(helpOf(commands));
    return 0;
  }
  const command = commands.find((known) => known.name === name);
  if (!command) return misunderstood(`There is no command “${name}”.`);
  try {
    await command.run(readConfig(process.env), words, (line) => console.log(line));
    return 0;
  } catch (cause) {
    if (cause instanceof MisusedCommand)
      return misunderstood(`“${name}” is called like this: bin/pressie ${name} ${command.takes}`);
    if (cause instanceof CommandRefused) console.error(cause.message);
    else if (cause instanceof ConfigError) console.error(`The environment cannot be used: ${cause.message}`);
    else console.error(cause instanceof Error ? (cause.stack ?? cause.message) : cause);
    return 1;
  }
}

function misunderstood(sentence: string): number {
  console.error(`${sentence}\n\n${helpOf(commands)}`);
  return 2;
}
