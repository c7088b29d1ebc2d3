import { TextField } from "../../../ui/form.ts";
import { boundsOf, type numbers } from "../settings-form.ts";
import type { SettingsProps } from "./settings-props.ts";

/** A whole number; its hint tells what may be typed. */
export function NumberSetting(
  props: SettingsProps & { name: (typeof numbers)[number]; label: string; says?: string | undefined },
) {
  const { page, name } = props;
  const bounds = page.t("From {least, number} to {most, number}.", boundsOf(name));
  return (
    <TextField
      page={page}
      name={name}
      label={props.label}
      hint={props.says ? `${props.says} ${bounds}` : bounds}
      value={props.typed[name]}
      inputmode="numeric"
      size="short"
      autocomplete="off"
      error={props.errors[name]}
      required
    />
  );
}
