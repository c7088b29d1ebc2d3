import { readSeeds } from "../seeds/read-seeds.ts";
import { ConfigError, readConfig } from "./config.ts";
import { openArchive } from "./open-archive.ts";
import { hasOwner } from "./people/owner-code.ts";
import { followFacts } from "./plumbing/events/follow-facts.ts";
import { watchLog } from "./plumbing/events/watch-log.ts";
import { serve } from "./plumbing/http/serve.ts";
import { reactions } from "./reactions.ts";
import { fillWithSeeds } from "./seed-archive.ts";
import { runTasks } from "./tasks.ts";
import { urls } from "./vocabulary/urls.ts";
import { watchCounts } from "./works/watch-counts.ts";

/** How long running requests may take to finish after Ctrl-C, in ms. */
const patience = 10_000;

/** How long the finding index may take to hear what another process changed, in ms. */
const lagOfIndex = 1_000;

try {
  await start(process.argv.includes("--demo"));
} catch (cause) {
  console.error(explain(cause));
  process.exitCode = 1;
}

/** Reads the configuration, opens the archive, starts web and worker, and says where it is. */
async function start(demo: boolean): Promise<void> {
  const config = readConfig(process.env);
  const archive = await openArchive(config, complain);
  if (demo)
    await sayWhatSeedsDid(await fillWithSeeds(archive, await readSeeds(archive.seedsFolder), Date.now()));
  const follower = followFacts(archive.database, "reactions", reactions(archive), complain);
  const forget = () => {
    archive.visitorPages.forget();
    archive.archiveCounts.forget();
    archive.nameLists.forget();
    archive.settings.forget();
  };
  const stopWatching = watchLog(archive.database, () => {
    forget();
    // The index may hear of it a moment later: what was kept of it meanwhile goes too.
    setTimeout(forget, lagOfIndex).unref();
  });
  const stopCounts = watchCounts(archive.database, archive.visitorPages.forget);
  const stopTasks = runTasks(archive, complain);
  const serving = await serve(archive.app.fetch, archive.visitorPages, config.host, config.port);

  const address = config.publicAddress ?? `http://localhost:${serving.port}`;
  console.log(`Pressie is open at ${address}`);
  if (!(await hasOwner(archive.database.reading))) {
    console.log(`It has no owner yet. Open ${address}${urls.setUp()} and type this one-time owner code:`);
    console.log(`    ${archive.ownerCode.printed}`);
  }
  console.log("Press Ctrl-C to close it.");

  const close = async () => {
    process.off("SIGINT", close);
    process.off("SIGTERM", close);
    console.log("Finishing what is running, then closing.");
    await serving.close(patience);
    stopWatching();
    stopCounts();
    await follower.stop();
    await stopTasks();
    await archive.close();
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
}

async function sayWhatSeedsDid(made: { people: { email: string; role: string }[]; password: string } | null) {
  if (!made) {
    console.log("The archive is not empty: the demo stories were left out.");
    return;
  }
  console.log("The demo archive is filled. Its people all sign in with the password");
  console.log(`    ${made.password}`);
  for (const { email, role } of made.people) console.log(`    ${email} (${role})`);
}

/** The owner's log: one line of what, then the cause. */
function complain(sentence: string, cause: unknown): void {
  console.error(`${new Date().toISOString()} ${sentence}`);
  console.error(cause instanceof Error ? (cause.stack ?? cause.message) : cause);
}

/** Start-up troubles an owner can mend are said in a sentence; anything else with its trace. */
function explain(cause: unknown): string {
  if (cause instanceof ConfigError) return `The environment cannot be used: ${cause.message}`;
  if (cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE")
    return "The port is taken by another program. Choose one with PORT=8090 bin/start.";
  if (cause instanceof Error && "code" in cause && cause.code === "EACCES")
    return `This port or folder may not be used: ${cause.message}`;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
