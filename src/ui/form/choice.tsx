import type { PropsWithChildren } from "hono/jsx";
import { FieldNotes, type FieldProps, RequiredMark } from "./field.tsx";
import { describedBy, fieldIds } from "./field-ids.ts";

/** One thing to choose, and what it means. */
export type Choice = { value: string; label: string; hint?: string | undefined };

type GroupProps = FieldProps & { choices: readonly Choice[]; inRow?: boolean | undefined };

/** Exactly one of a few. */
export function RadioGroup(props: GroupProps & { value?: string | null | undefined }) {
  return <ChoiceGroup {...props} type="radio" isChosen={(value) => value === props.value} />;
}

/** Any number of a few; the form carries the name once for each that is chosen. */
export function CheckboxGroup(props: GroupProps & { values?: readonly string[] | undefined }) {
  return (
    <ChoiceGroup {...props} type="checkbox" isChosen={(value) => props.values?.includes(value) ?? false} />
  );
}

/** A single yes or no; the form carries `value` ("yes" unless given) when it is ticked. */
export function Checkbox(props: FieldProps & { checked?: boolean | undefined; value?: string | undefined }) {
  return (
    <div class={props.error ? "field field-refused" : "field"}>
      <FieldNotes {...props} hint={undefined} />
      <ChoiceRow
        {...props}
        type="checkbox"
        id={fieldIds(props.name).control}
        choice={{ value: props.value ?? "yes", label: props.label, hint: props.hint }}
        chosen={props.checked ?? false}
      />
    </div>
  );
}

/** Fields that belong together under one heading; its legend is a heading to the eye and a group name to the ear. */
export function FieldGroup(props: PropsWithChildren<{ legend: string; hint?: string | undefined }>) {
  return (
    <fieldset class="field-group">
      <legend>{props.legend}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {props.children}
    </fieldset>
  );
}

function ChoiceGroup(
  props: GroupProps & { type: "radio" | "checkbox"; isChosen: (value: string) => boolean },
) {
  const classes = ["field choices", props.inRow && "choices-in-row", props.error && "field-refused"];
  const first = fieldIds(props.name).control;
  return (
    <fieldset
      class={classes.filter(Boolean).join(" ")}
      aria-describedby={describedBy(props.name, props.hint, props.error)}
    >
      <legend>
        {props.label}
        {props.required && <RequiredMark page={props.page} />}
      </legend>
      <FieldNotes {...props} />
      {props.choices.map((choice, index) => (
        <ChoiceRow
          {...props}
          id={index === 0 ? first : `${first}-${index + 1}`}
          choice={choice}
          chosen={props.isChosen(choice.value)}
        />
      ))}
    </fieldset>
  );
}

function ChoiceRow(props: {
  name: string;
  type: "radio" | "checkbox";
  id: string;
  choice: Choice;
  chosen: boolean;
  error?: string | undefined;
}) {
  const { choice, id } = props;
  const hintId = choice.hint ? `${id}-note` : undefined;
  return (
    <div class="choice">
      <input
        type={props.type}
        id={id}
        name={props.name}
        value={choice.value}
        checked={props.chosen}
        aria-describedby={hintId}
        aria-invalid={props.error && props.type === "checkbox" ? "true" : undefined}
      />
      <label for={id}>{choice.label}</label>
      {hintId && (
        <p class="hint" id={hintId}>
          {choice.hint}
        </p>
      )}
    </div>
  );
}
