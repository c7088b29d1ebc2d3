import type { PropsWithChildren } from "hono/jsx";

/** A few words set off from the page: "quiet" tells, "firm" wants to be read before going on. */
export function Notice(
  props: PropsWithChildren<{ title?: string | undefined; kind?: "quiet" | "firm" | undefined }>,
) {
  return (
    <div class={`notice notice-${props.kind ?? "quiet"}`}>
      {props.title && <p class="notice-title">{props.title}</p>}
      {props.children}
    </div>
  );
}
