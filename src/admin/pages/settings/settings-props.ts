import type { FieldErrors } from "../../../ui/form.ts";
import type { Page } from "../../../ui/page.ts";
import type { TypedSettings } from "../settings-form.ts";

/** What every part of the settings' form is shown with. */
export type SettingsProps = { page: Page; typed: TypedSettings; errors: FieldErrors };
