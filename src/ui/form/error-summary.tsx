import type { Page } from "../page.ts";
import { type FieldErrors, fieldIds } from "./field-ids.ts";

/**
 * What must be put right, at the top of a refused form: each line leads to its field. Renders nothing when
 * there is no error. It takes the focus, so that a screen reader begins here (WCAG 2.2, 3.3.1 and 4.1.3).
 */
export function ErrorSummary(props: {
  page: Page;
  errors: FieldErrors;
  /** The form asks for a password, which no page ever sends back. */
  asksPassword?: boolean;
}) {
  const { page, errors } = props;
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="error-summary" id="errors" role="alert" tabindex={-1} autofocus>
      <h2>
        {page.t("{count, plural, one {One thing needs} other {# things need}} another look", {
          count: entries.length,
        })}
      </h2>
      <p>
        {props.asksPassword
          ? page.t("Nothing else was lost, but the password must be typed once more: no page sends it back.")
          : page.t("Nothing was lost: all you typed is still below.")}
      </p>
      <ul>
        {entries.map(([name, error]) => (
          <li>{name === "" ? error : <a href={`#${fieldIds(name).control}`}>{error}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
