import { positionIn, type Template } from './template';

/**
 * The text of each template of one file, by id: from its own line to the next template's, without blank lines and
 * comments at the end.
 */
export function templateSources(
  text: string,
  templates: readonly Template[],
): ReadonlyMap<string, string> {
  const lines = text.split('\n');
  const starts = templates
    .map((template) => ({ id: template.id, start: positionIn(template, '').line - 1 }))
    .sort((a, b) => a.start - b.start);
  return new Map(
    starts.map(({ id, start }, index) => {
      let end = starts[index + 1]?.start ?? lines.length;
      while (end > start && /^\s*(#.*)?$/.test(lines[end - 1] ?? '')) end -= 1;
      return [id, `${lines.slice(start, end).join('\n')}\n`];
    }),
  );
}
