import type { Config } from "../config.ts";
import { listOwnerAddresses } from "../people/owner-addresses.ts";
import { openSignInLibrary, resetLinkSeconds } from "../people/sign-in-library.ts";
import type { Database } from "../plumbing/database/database.ts";
import { readSecret } from "../read-secret.ts";
import { urls } from "../vocabulary/urls.ts";
import { type Command, CommandRefused, MisusedCommand } from "./command.ts";
import { openExisting } from "./open-existing.ts";

/** Lets an owner who is locked out choose a new password: needs the machine, no mail and no old password. */
export const recoverOwner: Command = {
  name: "recover-owner",
  takes: "[E-MAIL]",
  does: "Prints a link with which the owner chooses a new password, while the archive runs.",
  async run(config, words, say) {
    if (words.length > 1) throw new MisusedCommand();
    const database = await openExisting(config);
    try {
      const email = await ownerAmong(database, words[0]?.trim().toLowerCase() ?? null);
      const token = await newResetToken(config, database, email);
      const address = config.publicAddress ?? `http://localhost:${config.port}`;
      say(`With this link the owner (${email}) chooses a new password:`);
      say(`    ${address}${urls.newPassword(token)}`);
      say(`It works once, and for ${resetLinkSeconds / 60} minutes. Whoever has it has the archive.`);
      if (config.publicAddress === null)
        say("If your archive answers at another address, put that in place of the first part.");
    } finally {
      await database.close();
    }
  },
};

/** The owner's e-mail address; with several owners, the one that was asked for. */
async function ownerAmong(database: Database, asked: string | null): Promise<string> {
  const owners = await listOwnerAddresses(database.reading);
  const [first] = owners;
  if (first === undefined)
    throw new CommandRefused(
      "This archive has no owner yet. Start it with bin/start: it prints a one-time code for becoming its owner.",
    );
  if (asked !== null && !owners.includes(asked))
    throw new CommandRefused(`${asked} does not own this archive. Its owners: ${owners.join(", ")}.`);
  if (asked === null && owners.length > 1)
    throw new CommandRefused(
      `This archive has several owners: ${owners.join(", ")}. Say for whom: bin/pressie recover-owner E-MAIL`,
    );
  return asked ?? first;
}

/** Has the sign-in library make a token, and catches it where a letter would be written. */
async function newResetToken(config: Config, database: Database, email: string): Promise<string> {
  let made: string | null = null;
  const library = openSignInLibrary(
    database,
    readSecret(config.dataFolder),
    config.publicAddress,
    async ({ token }) => {
      made = token;
    },
    // The archive that is asked with the link takes keys back; this library makes the link alone.
    async () => {},
  );
  await library.api.requestPasswordReset({ body: { email } });
  if (made === null) throw new Error("the sign-in library made no token");
  return made;
}
