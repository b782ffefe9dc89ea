/** Several complaints as Docker tells them together: one alone, more of them as a list (moby internal/multierror). Empty when there are none. */
export function joinErrors(errors: readonly string[]): string {
  if (errors.length < 2) return (errors[0] ?? '').trim();
  return errors.map((error) => `* ${error.replaceAll('\n', '\n\t')}`).join('\n');
}
