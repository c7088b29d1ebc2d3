import type { PropsWithChildren } from "hono/jsx";
import type { ButtonKind } from "./form.ts";

/** One thing done by one press: a form that is only its button. */
export function PostButton(
  props: PropsWithChildren<{
    action: string;
    id?: string | undefined;
    kind?: ButtonKind | undefined;
    /** What the button is called to the ear, where its word alone would be said many times on a page. */
    label?: string | undefined;
    /** The id of the heading that says what it concerns. */
    describedBy?: string | undefined;
    fields?: Record<string, string> | undefined;
  }>,
) {
  return (
    <form method="post" action={props.action} class="post-button">
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        id={props.id}
        class={`button button-${props.kind ?? "quiet"}`}
        aria-label={props.label}
        aria-describedby={props.describedBy}
      >
        {props.children}
      </button>
    </form>
  );
}
