import { readSeeds } from "../seeds/read-seeds.ts";
import { serve } from "../src/plumbing/http/serve.ts";
import { fillWithSeeds } from "../src/seed-archive.ts";
import { openTestArchive, type TestArchive } from "./archive.ts";

/** A test archive that really listens, for browsers and for what speaks HTTP. */
export type ServedArchive = TestArchive & { origin: string };

/** Serves a test archive on a free port of this machine; with `seeds`, filled with the demo stories. */
export async function serveTestArchive(
  options: { seeds?: boolean } = {},
): Promise<ServedArchive & { password: string }> {
  const archive = await openTestArchive();
  const filled = options.seeds
    ? await fillWithSeeds(archive, await readSeeds(archive.seedsFolder), Date.now())
    : null;
  const serving = await serve(archive.app.fetch, archive.visitorPages, "127.0.0.1", 0);
  return {
    ...archive,
    password: filled?.password ?? "",
    origin: `http://127.0.0.1:${serving.port}`,
    async close() {
      await serving.close(1_000);
      await archive.close();
    },
  };
}
