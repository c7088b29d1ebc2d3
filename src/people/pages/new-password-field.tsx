import { TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { passwordLength } from "../sign-in-library.ts";

/** Where a password is chosen; the browser's password manager may offer one. What was typed is never handed back. */
export function NewPasswordField(props: {
  page: Page;
  name: string;
  label: string;
  error: string | undefined;
}) {
  const { page } = props;
  return (
    <TextField
      {...props}
      hint={page.t("At least {least} characters. Four or five ordinary words make a good one.", {
        least: passwordLength.least,
      })}
      type="password"
      autocomplete="new-password"
      required
    />
  );
}
