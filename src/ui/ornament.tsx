import type { PropsWithChildren } from "hono/jsx";

/** The thin double rule, alone: closes a title page or a part of one. */
export function DoubleRule() {
  return <hr class="double-rule" />;
}

/** The thin double rule all round, like the frame of a mirror: for a work's title page and nothing else. */
export function GiltFrame({ children }: PropsWithChildren) {
  return <div class="gilt-frame">{children}</div>;
}

/** The small ribbon that says for whom a work was made; its words are the children. */
export function GiftRibbon({ children }: PropsWithChildren) {
  return (
    <p class="gift-ribbon">
      <span>{children}</span>
    </p>
  );
}
