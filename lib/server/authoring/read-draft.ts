import { err, ok, type Result } from '@/lib/kernel/result';
import type { Known } from '@/lib/quiz/known';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import type { DraftProblem } from '@/lib/quiz/studio';
import { positionIn, type Template } from '@/lib/quiz/template';
import type { TemplateProblem } from '@/lib/quiz/template-problem';
import { slugOf } from './template-id';

/** A draft that is right as a text. */
export interface ReadDraft {
  /** Under the row's own id, whatever the text calls it. */
  readonly template: Template;
  readonly warnings: readonly DraftProblem[];
}

/** A problem without the name of a file: a draft is its only one. */
export function draftProblem({
  line,
  column,
  message,
  instead,
}: Omit<TemplateProblem, 'file'>): DraftProblem {
  return { line, column, message, instead };
}

/**
 * Reads the text of a draft: one template, written alone or as the only one of a list. The row's id was settled when
 * the template was made; another `id` in the text is only remarked on, so that an example can be pasted as it is.
 */
export function readDraft(
  text: string,
  id: string,
  known: Known,
): Result<ReadDraft, readonly DraftProblem[]> {
  const parsed = parseTemplates(text, 'draft', known);
  if (!parsed.ok) return err(parsed.error.map(draftProblem));
  const [template, second] = parsed.value;
  if (template === undefined) {
    return err([
      {
        line: 1,
        column: 1,
        message: 'there is no template here',
        instead: `begin with \`id: ${slugOf(id)}\``,
      },
    ]);
  }
  if (second !== undefined) {
    return err([
      {
        ...positionIn(second, ''),
        message: `there are ${parsed.value.length} templates; a draft holds one`,
        instead: 'make another template in the studio and move this one there',
      },
    ]);
  }
  const slug = slugOf(id);
  const warnings: DraftProblem[] =
    template.id === slug
      ? []
      : [
          {
            ...positionIn(template, 'id'),
            message: `this template was made as \`${slug}\` and keeps that id`,
            instead: `write \`id: ${slug}\``,
          },
        ];
  return ok({ template: { ...template, id }, warnings });
}
