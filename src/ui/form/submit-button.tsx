import type { PropsWithChildren } from "hono/jsx";

/** How much a button does: the one thing the page is for, something on the side, or something to think about first. */
export type ButtonKind = "main" | "quiet" | "grave";

/** A button that says what happens: "Publish chapter 2". `name` and `value` tell several buttons of a form apart. */
export function SubmitButton(
  props: PropsWithChildren<{
    kind?: ButtonKind | undefined;
    name?: string | undefined;
    value?: string | undefined;
    /** Sends the form elsewhere than its own address. */
    action?: string | undefined;
    /** What the button is called to the ear, where its word alone would be said many times on a page. */
    label?: string | undefined;
  }>,
) {
  return (
    <button
      type="submit"
      class={`button button-${props.kind ?? "main"}`}
      name={props.name}
      value={props.value}
      formaction={props.action}
      aria-label={props.label}
    >
      {props.children}
    </button>
  );
}

/** A value the form carries unseen. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}

/** The buttons at the end of a form, the main one first in reading order. */
export function FormButtons({ children }: PropsWithChildren) {
  return <div class="form-buttons">{children}</div>;
}
