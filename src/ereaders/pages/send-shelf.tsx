import type { Child } from "hono/jsx";
import { memberOf } from "../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { CheckboxGroup, Form, FormButtons, SubmitButton } from "../../ui/form.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { listDevices } from "../devices.ts";
import { devicesWith, sendShelf } from "../sent-shelves.ts";

/** Asks, at the end of a member's own shelf, to which of their devices it is sent. */
export function showSending({ reading }: Database) {
  return async (context: ArchiveContext, shelf: { id: string; mine: boolean }): Promise<Child> => {
    const { person, page } = context.var;
    if (!shelf.mine || person.kind === "visitor") return null;
    const { t } = page;
    const [devices, chosen] = await Promise.all([
      listDevices(reading, person),
      devicesWith(reading, person, shelf.id),
    ]);
    return (
      <section aria-labelledby="send-shelf">
        <h2 id="send-shelf">{t("Send it to an e-reader")}</h2>
        {devices.length > 0 && (
          <Form page={page} action={urls.shelfSending(shelf.id)} narrow>
            <CheckboxGroup
              page={page}
              name="device"
              label={t("It stands at the top of")}
              hint={t("Each device is given only what it has not fetched yet.")}
              choices={devices.map(({ id, name }) => ({ value: id, label: name }))}
              values={[...chosen]}
            />
            <FormButtons>
              <SubmitButton kind="quiet">{t("Send it there")}</SubmitButton>
            </FormButtons>
          </Form>
        )}
        <p>
          <a href={urls.devices()}>
            {devices.length > 0 ? t("E-readers and other devices") : t("Let an e-reader in first")}
          </a>
        </p>
      </section>
    );
  };
}

/** Sends a shelf to exactly the devices chosen. @param isOwn whether a shelf is the member's own */
export function handleSending(
  database: Database,
  isOwn: (context: ArchiveContext, shelfId: string) => Promise<boolean>,
): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const shelfId = context.req.param("shelfId") ?? "";
    if (!(await isOwn(context, shelfId))) throw new NotFound();
    const devices = (await readForm(context)).all("device");
    await database.write((writer) => sendShelf(writer, member, shelfId, devices, Date.now()));
    context.var.sayNext("shelf-sent");
    return context.redirect(urls.shelf(shelfId), 303);
  };
}
