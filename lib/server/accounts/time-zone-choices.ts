/** The time zones to choose from, in order of name; the present one is among them even when it is an old name. */
export function timeZoneChoices(present: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', present])].sort();
}
