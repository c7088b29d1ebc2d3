import type { Child } from "hono/jsx";
import { memberOf } from "../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { CheckboxGroup, Form, FormButtons, SubmitButton } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { PostButton } from "../../ui/post-button.tsx";
import { NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { type Device, listDevices } from "../devices.ts";
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
    const [first] = devices;
    return (
      <section aria-labelledby="send-shelf">
        <h2 id="send-shelf">{t("Send it to an e-reader")}</h2>
        {first && devices.length === 1 && (
          <OneDevice page={page} shelfId={shelf.id} device={first} isSent={chosen.has(first.id)} />
        )}
        {devices.length > 1 && (
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
              <SubmitButton kind="quiet">{t("Send it to the ticked ones")}</SubmitButton>
            </FormButtons>
          </Form>
        )}
        <p>
          <a href={urls.devices()}>
            {first ? t("E-readers and other devices") : t("Let an e-reader in first")}
          </a>
        </p>
      </section>
    );
  };
}

/** Who has one device has nothing to choose: a press sends the shelf there, or takes it off. */
function OneDevice(props: { page: Page; shelfId: string; device: Device; isSent: boolean }) {
  const { page, shelfId, device, isSent } = props;
  const { t } = page;
  const { id, name } = device;
  return (
    <>
      <p dir="auto">
        {isSent
          ? t("It stands at the top of “{name}”, which is given only what it has not fetched yet.", { name })
          : t("It then stands at the top of “{name}”, which is given only what it has not fetched yet.", {
              name,
            })}
      </p>
      <p class="actions">
        <PostButton action={urls.shelfSending(shelfId)} fields={isSent ? {} : { device: id }}>
          {isSent ? t("Take it off there") : t("Send it there")}
        </PostButton>
      </p>
    </>
  );
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
    context.var.sayNext(devices.length === 0 ? "shelf-sent-nowhere" : "shelf-sent");
    return context.redirect(urls.shelf(shelfId), 303);
  };
}
