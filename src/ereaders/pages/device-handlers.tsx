import { memberOf } from "../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import type { FieldErrors } from "../../ui/form.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addDevice, listDevices, removeDevice, TooManyDevices } from "../devices.ts";
import { DevicesPage } from "./devices-page.tsx";

type Parts = { database: Database; settings: SettingsKeeper; publicAddress: string | null };

/** The longest name of a device. */
const nameCharacters = 100;

/** A member's devices. */
export function showDevices(parts: Parts): ArchiveHandler {
  return (context) => answer(context, parts, null, "", {});
}

/** Makes a password for a device and shows it: the page is its only copy. */
export function handleNewDevice(parts: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const typed = (await readForm(context)).text("name");
    const name = typed.replace(/\s+/gu, " ").trim();
    const again = (error: string) => answer(context, parts, null, typed, { name: error });
    if (name === "") return again(t("Give the device a name, so that you know it again."));
    if (name.length > nameCharacters)
      return again(t("This text has at most {most, number} characters.", { most: nameCharacters }));
    const { devicesKept: most } = await parts.settings.current();
    try {
      const password = await parts.database.write((writer) =>
        addDevice(writer, member, name, most, Date.now()),
      );
      context.header("cache-control", "no-store");
      return answer(context, parts, { name, password }, "", {});
    } catch (cause) {
      if (!(cause instanceof TooManyDevices)) throw cause;
      return again(
        t("You have {most, number} devices already. Take the password of one back first.", {
          most,
        }),
      );
    }
  };
}

/** Takes a device’s password back. */
export function handleDeviceRemoval({ database }: Pick<Parts, "database">): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const id = context.req.param("deviceId") ?? "";
    await database.write((writer) => removeDevice(writer, member, id));
    context.var.sayNext("device-removed");
    return context.redirect(urls.devices(), 303);
  };
}

async function answer(
  context: ArchiveContext,
  { database, publicAddress }: Parts,
  made: { name: string; password: string } | null,
  typed: string,
  errors: FieldErrors,
) {
  const devices = await listDevices(database.reading, memberOf(context));
  return context.html(
    <DevicesPage
      page={context.var.page}
      devices={devices}
      address={siteAddress(context, publicAddress)}
      made={made}
      typed={typed}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}
