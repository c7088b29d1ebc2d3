import type { PropsWithChildren } from "hono/jsx";
import { type ButtonKind, SubmitButton } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { reviewButtons } from "./review-buttons.ts";
import { reviewFieldNames } from "./review-values-of-form.ts";

/** A button of the review's form; whatever it does, what is typed and answered is kept. */
export function ReviewButton(props: PropsWithChildren<{ value: string; kind?: ButtonKind }>) {
  return (
    <SubmitButton kind={props.kind ?? "quiet"} name={reviewFieldNames.button} value={props.value}>
      {props.children}
    </SubmitButton>
  );
}

/** Shows what the answers make of the story. */
export function ShowButton({ page }: { page: Page }) {
  return <ReviewButton value={reviewButtons.show}>{page.t("Show it with these answers")}</ReviewButton>;
}
