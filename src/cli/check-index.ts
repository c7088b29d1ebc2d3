import { recordFact } from "../plumbing/events/record-fact.ts";
import { type Command, MisusedCommand } from "./command.ts";
import { openExisting } from "./open-existing.ts";

/**
 * The index of tags lies in the memory of each running process, so this only asks: every process hears it through the
 * log of facts, compares, mends, and tells its own log. One of them does the same with the text index in the database.
 */
export const checkIndex: Command = {
  name: "check-index",
  takes: "",
  does: "Has the running archive compare what it finds by, tags and text, with the database and mend it.",
  async run(config, words, say) {
    if (words.length > 0) throw new MisusedCommand();
    const database = await openExisting(config);
    try {
      await database.write((writer) => recordFact(writer, { type: "index-check-asked" }, Date.now()));
      say("The archive, if it is running, compares its index with the database within a second.");
      say("What differed is mended, and told where the archive prints what goes wrong.");
      say("The text of stories is compared after that, which takes a while in a large archive.");
      say("An archive that is not running builds its index anew, and compares its texts, when it starts.");
    } finally {
      await database.close();
    }
  },
};
