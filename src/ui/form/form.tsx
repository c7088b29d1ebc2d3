import type { PropsWithChildren } from "hono/jsx";
import type { Page } from "../page.ts";

/**
 * A form. `narrow` suits signing in; `keep` lets the browser remember what is typed until the server says it
 * has it (see public/pressie.js).
 *
 * Browsers are told not to validate: their bubbles speak another language than the page, vanish, and name
 * one field at a time. The server answers instead, with an ErrorSummary.
 */
export function Form(
  props: PropsWithChildren<{
    page: Page;
    action: string;
    method?: "get" | "post" | undefined;
    enctype?: "multipart/form-data" | undefined;
    narrow?: boolean | undefined;
    /** Names what the server's copy is, 0 when it has none; leave out to keep nothing in the browser. */
    keep?: number | string | undefined;
    id?: string | undefined;
    class?: string | undefined;
    label?: string | undefined;
  }>,
) {
  const classes = ["form", props.narrow && "form-narrow", props.class].filter(Boolean).join(" ");
  const { t } = props.page;
  const keeping = props.keep !== undefined;
  return (
    <form
      id={props.id}
      class={classes}
      action={props.action}
      method={props.method ?? "post"}
      enctype={props.enctype}
      novalidate
      aria-label={props.label}
      data-keep={props.keep}
      data-kept-for={keeping ? props.page.person.accountKey : undefined}
      data-kept-sentence={
        keeping ? t("What you typed here before was kept in this browser, and is back.") : undefined
      }
      data-discard-label={keeping ? t("Use the saved text instead") : undefined}
      data-bold-label={keeping ? t("Bold") : undefined}
      data-italic-label={keeping ? t("Italic") : undefined}
    >
      {props.children}
    </form>
  );
}
