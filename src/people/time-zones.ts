/** Every time zone there is to choose; the chosen one is always among them, though it may be an older name. */
export function timeZoneChoices(chosen: string): { value: string; label: string }[] {
  return [...new Set(["UTC", chosen, ...Intl.supportedValuesOf("timeZone")])].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
}
