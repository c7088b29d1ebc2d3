import { Day } from "../../ui/day.tsx";
import { ErrorSummary, type FieldErrors, Form, FormButtons, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { PostButton } from "../../ui/post-button.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { Device } from "../devices.ts";

/** A member's e-readers, how one signs in with them, and one more; a new password is shown this once. */
export function DevicesPage(props: {
  page: Page;
  devices: Device[];
  /** The archive's address without a slash at the end. */
  address: string;
  made: { name: string; password: string } | null;
  typed: string;
  errors: FieldErrors;
}) {
  const { page, devices, address, made, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("E-readers and other devices")} kind="form" noindex>
      <h1>{t("E-readers and other devices")}</h1>
      <p>
        {t(
          "An e-reader or a reading program that knows OPDS catalogues finds your shelves, your filters and the whole archive here, and fetches stories as EPUB.",
        )}
      </p>
      <ErrorSummary page={page} errors={errors} />
      {made && <Made page={page} address={address} made={made} />}
      {devices.length > 0 && (
        <ul class="desk-list">
          {devices.map(({ id, name, usedAt }) => (
            <li>
              <div class="grow">
                <h2 class="work-heading" dir="auto">
                  {name}
                </h2>
                <ul class="facts-line">
                  <li>
                    {usedAt === null ? (
                      t("not used yet")
                    ) : (
                      <Sentence
                        page={page}
                        says="last used {day}"
                        parts={{ day: <Day page={page} at={usedAt} /> }}
                      />
                    )}
                  </li>
                </ul>
              </div>
              <div class="actions">
                <PostButton
                  action={urls.deviceRemoval(id)}
                  label={t("Take its password back: “{name}”", { name })}
                >
                  {t("Take its password back")}
                </PostButton>
              </div>
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="new-device">
        <h2 id="new-device">{devices.length === 0 ? t("Your first device") : t("One more device")}</h2>
        <Form page={page} action={urls.devices()} narrow>
          <TextField
            page={page}
            name="name"
            label={t("What you call it")}
            hint={t("Such as “Kobo” or “KOReader on the phone”.")}
            value={props.typed}
            autocomplete="off"
            error={errors.name}
          />
          <FormButtons>
            <SubmitButton>{t("Make a password for it")}</SubmitButton>
          </FormButtons>
        </Form>
      </section>
      <section aria-labelledby="catalogues">
        <h2 id="catalogues">{t("Without a password")}</h2>
        <p>{t("What everybody may read is in this catalogue:")}</p>
        <p class="feed-address">{address + urls.catalogue("public", "v1")}</p>
      </section>
    </Layout>
  );
}

function Made(props: { page: Page; address: string; made: { name: string; password: string } }) {
  const { page, address, made } = props;
  const { t } = page;
  return (
    <Notice title={t("The password of “{name}”", { name: made.name })} kind="firm">
      <p>{t("Write it down or type it in now: it is shown this once.")}</p>
      <p class="app-password">
        <strong>{made.password}</strong>
      </p>
      <p>{t("Add a catalogue on the device, at this address:")}</p>
      <p class="feed-address">{address + urls.catalogue("mine", "v1")}</p>
      <p>{t("Asked for a user name, type any; the password is the one above.")}</p>
      <details class="fold">
        <summary>{t("Other addresses")}</summary>
        <p>{t("For programs that read OPDS 2.0:")}</p>
        <p class="feed-address">{address + urls.catalogue("mine", "v2")}</p>
        <p>
          {t("For a device that cannot sign in. The password stands in this address, so give it to nobody:")}
        </p>
        <p class="feed-address">{address + urls.catalogue(`key/${made.password}`, "v1")}</p>
      </details>
    </Notice>
  );
}
