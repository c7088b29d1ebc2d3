import { readConfig } from "../src/config.ts";
import { openArchive } from "../src/open-archive.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { keyOfPlace } from "../src/works/form/form-place.ts";

/** Fills a data folder with an author, signed in, and her draft of one chapter, for a server that is started on it later. */
export async function beginWriting(dataFolder: string) {
  const archive = await openArchive(readConfig({ PRESSIE_DATA: dataFolder }), () => {});
  const { database, library } = archive;
  const registration = { email: "author@example.org", password: "four ordinary words", pseudName: "Author" };
  const { accountId, cookies } = await registerAccount(library, database, registration, Date.now());
  const [pseud] = await findOwnPseuds(database.reading, accountId);
  if (!pseud) throw new Error("a new account has a pseud");
  const author = {
    member: { kind: "member", accountId, name: "Author", role: "member" },
    pseudId: pseud.id,
  } as const;
  const first = chapterFields({ story: "<p>save 0.</p>" });
  const { workId, chapterIds } = await giveWork(archive, author, {}, [first], "draft");
  const chapterId = chapterIds[0] ?? "";
  await archive.close();
  return {
    accountId,
    cookie: cookies.map((one) => one.split(";")[0]).join("; "),
    place: keyOfPlace({ form: "chapter", workId, chapterId }),
    chapterForm: urls.editChapter(workId, chapterId),
  };
}
