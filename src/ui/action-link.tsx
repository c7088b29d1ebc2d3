import type { PropsWithChildren } from "hono/jsx";

/** A link that is the next thing to do, as plain to see as a button and still a link. */
export function ActionLink(
  props: PropsWithChildren<{
    href: string;
    kind?: "main" | "quiet" | "grave" | undefined;
    rel?: string | undefined;
  }>,
) {
  return (
    <a class={`button button-${props.kind ?? "main"}`} href={props.href} rel={props.rel}>
      {props.children}
    </a>
  );
}
