import type { PropsWithChildren } from "hono/jsx";

/** A part of a form that most people leave alone: folded away, and open when it holds something or was refused. */
export function FormFold(props: PropsWithChildren<{ title: string; open: boolean }>) {
  return (
    <details class="fold form-fold" open={props.open}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}
