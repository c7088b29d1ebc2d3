import { crc32 } from "node:zlib";
import { ownerOf } from "../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import type { Post } from "../../plumbing/mail/post.ts";
import { changeSettings, type Settings, type SettingsKeeper } from "../../plumbing/settings/settings.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { countArchive } from "../../works/work-lists.ts";
import { readSettingsForm, type TypedSettings, typedSettings } from "./settings-form.ts";
import { SettingsPage } from "./settings-page.tsx";

/** What the settings page needs: the settings, and how letters and stories stand. */
export type OwnersRoom = {
  database: Database;
  settings: SettingsKeeper;
  post: Post;
  publicAddress: string | null;
};

/** Shows the owner how the archive stands and what may be changed. */
export function showSettings(room: OwnersRoom): ArchiveHandler {
  return async (context) => {
    ownerOf(context);
    return answer(context, room, null);
  };
}

/** Saves what differs from the settings as they stand; a refused form changes nothing. */
export function handleSettings(room: OwnersRoom): ArchiveHandler {
  return async (context) => {
    ownerOf(context);
    const { typed, settings, errors } = readSettingsForm(await readForm(context), context.var.page.t);
    if (settings === null) return answer(context, room, { typed, errors });
    const changed = differences(await room.settings.current(), settings);
    if (Object.keys(changed).length > 0)
      await room.database.write((writer) => changeSettings(writer, changed, Date.now()));
    context.var.sayNext("settings-saved");
    return context.redirect(urls.settings(), 303);
  };
}

/** Only what the owner changed is stored: what was left alone follows the defaults of later releases. */
function differences(before: Record<string, unknown>, after: Settings): Partial<Settings> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value));
}

async function answer(
  context: ArchiveContext,
  room: OwnersRoom,
  refused: { typed: TypedSettings; errors: FieldErrors } | null,
) {
  const settings = await room.settings.current();
  const { works } = await countArchive(room.database.reading, context.var.person);
  const typed = refused?.typed ?? typedSettings(settings);
  return context.html(
    <SettingsPage
      page={context.var.page}
      typed={typed}
      errors={refused?.errors ?? {}}
      standing={{
        settings,
        publicAddress: room.publicAddress,
        mailTravels: room.post.travels,
        lettersWaiting: (await room.post.outbox()).length,
        works,
      }}
      // Any number that another saved form would change.
      saved={crc32(JSON.stringify(settings))}
    />,
    refused ? 422 : 200,
  );
}
