import {
  Checkbox,
  ErrorSummary,
  type FieldErrors,
  FieldGroup,
  FileField,
  Form,
  FormButtons,
  SubmitButton,
  TextArea,
  TextField,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { PseudIcon } from "../pseud-icon.tsx";
import type { PseudIcon as Icon } from "../pseud-icons.ts";
import type { Pseud } from "../pseuds.ts";

/** What stands in the fields of a pseud's form, as typed. */
export type PseudValues = { name: string; about: string; alt: string };

/** One of a member's names: what it is called, its picture, and the text readers find on its page. */
export function PseudPage(props: {
  page: Page;
  pseud: Pseud;
  icon: Icon | undefined;
  values: PseudValues;
  errors: FieldErrors;
  kilobytes: number;
}) {
  const { page, pseud, icon, values, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("My name {name}", { name: pseud.name })} kind="form" noindex>
      <h1 dir="auto">{pseud.name}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p class="actions">
        <a href={urls.writer(pseud.id)}>{t("The page readers see")}</a>
        <a href={urls.account()}>{t("My account")}</a>
      </p>
      <Form page={page} action={urls.accountPseud(pseud.id)} enctype="multipart/form-data">
        <TextField
          page={page}
          name="name"
          label={t("Name")}
          hint={t("It changes everywhere it stands. Copies readers carried away keep the name they had.")}
          value={values.name}
          autocomplete="off"
          error={errors.name}
        />
        <TextArea
          page={page}
          name="about"
          label={t("About this writer")}
          hint={t("An empty line begins a new paragraph; <em>, <strong> and links may be used.")}
          value={values.about}
          rows={6}
          error={errors.about}
        />
        <FieldGroup legend={t("Picture")}>
          {icon && <PseudIcon icon={icon} />}
          <FileField
            page={page}
            name="icon"
            label={icon ? t("Another picture") : t("Your picture")}
            hint={t(
              "PNG, JPEG, GIF or WebP, at most {most, number} kilobytes; shown as a small square. Where and when it was taken is not kept with it.",
              { most: props.kilobytes },
            )}
            accept="image/png,image/jpeg,image/gif,image/webp"
            error={errors.icon}
          />
          <TextField
            page={page}
            name="alt"
            label={t("What the picture shows")}
            hint={t("In a few words, for those who cannot see it.")}
            value={values.alt}
            autocomplete="off"
            error={errors.alt}
          />
          {icon && <Checkbox page={page} name="remove-icon" label={t("Take the picture away")} />}
        </FieldGroup>
        <FormButtons>
          <SubmitButton>{t("Save this name")}</SubmitButton>
          <a href={urls.pseudRemoval(pseud.id)}>{t("Give this name up")}</a>
        </FormButtons>
      </Form>
    </Layout>
  );
}
