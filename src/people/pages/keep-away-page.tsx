import { Checkbox, ErrorSummary, type FieldErrors, Form, FormButtons, SubmitButton } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { Distance } from "../keep-away.ts";
import type { Pseud } from "../pseuds.ts";
import { neitherIsTold, whatBlockingMeans, whatMutingMeans } from "./kept-away-page.tsx";

/** Muting and blocking the person behind one name. */
export function KeepAwayPage(props: { page: Page; pseud: Pseud; distance: Distance; errors: FieldErrors }) {
  const { page, pseud, distance, errors } = props;
  const { t } = page;
  const title = t("Mute or block {name}", { name: pseud.name });
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1 dir="auto">{title}</h1>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.keepAway(pseud.id)} narrow>
        <Checkbox
          page={page}
          name="muted"
          label={t("Mute")}
          hint={whatMutingMeans(t)}
          checked={distance.muted}
          error={errors.muted}
        />
        <Checkbox
          page={page}
          name="blocked"
          label={t("Block")}
          hint={whatBlockingMeans(t)}
          checked={distance.blocked}
        />
        <p class="hint">{neitherIsTold(t)}</p>
        <FormButtons>
          <SubmitButton>{t("Keep it so")}</SubmitButton>
          <a href={urls.keptAway()}>{t("Everybody you mute or block")}</a>
        </FormButtons>
      </Form>
    </Layout>
  );
}
