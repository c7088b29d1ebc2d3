import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { steps } from "../migrations/steps.ts";
import { type App, type Archive, createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { keepDownloads } from "./downloads/keep-downloads.ts";
import { openDownloadMaker } from "./downloads/make-download.ts";
import { openImporter } from "./importing/open-importer.ts";
import { openTidier } from "./importing/open-tidier.ts";
import { openBringer } from "./leaving/open-bringer.ts";
import { newOwnerCode } from "./people/owner-code.ts";
import type { ErrorLog } from "./people/pages/answer-refusals.tsx";
import { sendResetLetter } from "./people/send-reset-letter.ts";
import { openSignInLibrary, type ResetTokenListener } from "./people/sign-in-library.ts";
import { openDatabase } from "./plumbing/database/database.ts";
import { migrate } from "./plumbing/database/migrate.ts";
import { openFileStore } from "./plumbing/files/file-store.ts";
import { openScratchFolder } from "./plumbing/files/scratch-folder.ts";
import { readAssets } from "./plumbing/http/assets.ts";
import { keepVisitorPages } from "./plumbing/http/visitor-pages.ts";
import { openPost } from "./plumbing/mail/post.ts";
import { keepSettings } from "./plumbing/settings/settings.ts";
import { readSecret } from "./read-secret.ts";
import { openEndings } from "./reading/endings.ts";
import { openReadings } from "./reading/readings.ts";
import { keepNameLists } from "./search/keep-name-lists.ts";
import { openFinder } from "./search/open-finder.ts";
import { openTextIndex, type TextIndex } from "./search/open-text-index.ts";
import { openTextSearch } from "./search/open-text-search.ts";
import { takeKeysBack } from "./take-keys-back.ts";
import { takenInElsewhere } from "./taken-in-elsewhere.ts";
import { createTranslate } from "./ui/translation.ts";
import { changesKeptPages } from "./vocabulary/events.ts";
import { keepArchiveCounts } from "./works/archive-counts.ts";
import { keepCatalogue } from "./wrangling/tag-catalogue.ts";

/** An archive with its doors still shut: everything opened and migrated, nothing listening. */
export type OpenArchive = Archive & {
  app: App;
  seedsFolder: string;
  textIndex: TextIndex;
  close(): Promise<void>;
};

/** The folder of the program itself, whether it runs from `dist/` or from its sources. */
const programFolder = join(
  fileURLToPath(new URL(".", import.meta.url)),
  import.meta.url.includes("/dist/src/") ? "../.." : "..",
);

/**
 * Opens everything an archive is made of and brings its database to the newest schema.
 *
 * @param log where the owner reads what went wrong
 * @throws when the data folder or the database cannot be used
 */
export async function openArchive(config: Config, log: ErrorLog): Promise<OpenArchive> {
  const secret = readSecret(config.dataFolder);
  const database = openDatabase(config.database);
  await migrate(database, steps);
  const settings = keepSettings(database);
  const post = openPost(config.mail.server, config.mail.from, join(config.dataFolder, "outbox"));
  const publicAddress = config.publicAddress ?? `http://localhost:${config.port}`;
  const onResetToken: ResetTokenListener = async ({ email, token }) => {
    const { archiveName, language } = await settings.current();
    const archive = { name: archiveName, publicAddress };
    await sendResetLetter(post, createTranslate(language), archive, { email, token });
  };
  const library = openSignInLibrary(database, secret, config.publicAddress, onResetToken, (accountId) =>
    database.write((writer) => takeKeysBack(writer, accountId)),
  );
  const visitorPages = keepVisitorPages();
  database.onFacts((facts) => {
    if (facts.some(({ fact }) => changesKeptPages(fact))) visitorPages.forget();
  });
  const readings = openReadings(database, settings, log);
  const endings = openEndings(database, settings, log);
  const files = openFileStore(join(config.dataFolder, "files"));
  const downloadMaker = openDownloadMaker();
  const importer = openImporter();
  const tidier = openTidier();
  const scratch = openScratchFolder(join(config.dataFolder, "copies"));
  const elsewhere = takenInElsewhere(database, settings);
  const bringer = openBringer({ database, files, scratch, settings, elsewhere }, log);
  const textIndex = openTextIndex(database, config.database, log);
  const textSearch = openTextSearch(database);
  const finder = openFinder(database, textSearch, log);
  const archive: Archive = {
    database,
    files,
    downloads: keepDownloads(downloadMaker, files),
    importer,
    tidier,
    bringer,
    finder,
    nameLists: keepNameLists(database, finder),
    textSearch,
    catalogue: keepCatalogue(database),
    offlineWorker: join(programFolder, "public", "offline-worker.js"),
    startingTags: join(programFolder, "seeds", "starting-tags.csv"),
    publicAddress: config.publicAddress,
    address: publicAddress.replace(/\/$/, ""),
    post,
    library,
    settings,
    assets: readAssets(join(programFolder, "public"), join(programFolder, "dist", "assets")),
    visitorPages,
    readings,
    endings,
    archiveCounts: keepArchiveCounts(database, finder.countArchive),
    ownerCode: newOwnerCode(),
    overHttps: publicAddress.startsWith("https:"),
    trustedProxies: config.trustedProxies,
    log,
  };
  return {
    ...archive,
    app: createApp(archive),
    textIndex,
    seedsFolder: join(programFolder, "seeds"),
    async close() {
      await downloadMaker.close();
      await importer.close();
      await tidier.close();
      await bringer.close();
      await finder.close();
      await textSearch.close();
      await textIndex.close();
      await readings.close();
      await endings.close();
      await database.close();
    },
  };
}
