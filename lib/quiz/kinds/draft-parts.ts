import { err, ok, type Result } from '../../kernel/result';
import { fillText } from '../parameters';
import { acceptedSpellings, misreadings, readParts, type PartsReading } from '../parts-reading';
import type { Refusal } from '../question-context';
import type { TemplateBody } from '../template';
import type { ReferencePart } from '../types';
import type { KindDraft, KindInput, LayOut } from './kind-draft';

/** The parts that are asked for, `-` for one that is absent. */
export function spellParts(ask: readonly ReferencePart[], parts: PartsReading): string {
  return ask.map((part) => parts[part] || '-').join(' ');
}

/** A parts question: the engine's own parser of image names reads the key, the misreadings are the beliefs. */
export function draftParts(
  body: Extract<TemplateBody, { kind: 'parts' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const reference = fillText(body.reference, input.values);
  const read = readParts(reference);
  if (!read.ok) {
    return err({
      path: 'parts.reference',
      message: `Docker refuses \`${reference}\`: ${read.error}`,
      instead: 'write a name such as `quay.io/team/app:2`',
    });
  }
  const only = <T>(value: (part: ReferencePart) => T): Partial<Record<ReferencePart, T>> =>
    Object.fromEntries(body.ask.map((part) => [part, value(part)]));
  const spell = (parts: PartsReading): string => spellParts(body.ask, parts);
  const truth = read.value;
  const believed = body.beliefs.flatMap((id) => {
    const misread = misreadings[id]?.(reference, truth);
    return misread === undefined ? [] : [{ id, parts: misread }];
  });
  const draft: KindDraft = {
    control: { kind: 'parts', reference, parts: body.ask },
    key: {
      kind: 'parts',
      parts: only((part) => truth[part]),
      accept: only((part) => acceptedSpellings(part, truth[part])),
      beliefs: believed
        .filter(({ parts }) => spell(parts) !== spell(truth))
        .map(({ id, parts }) => ({ id, parts: only((part) => parts[part]) })),
    },
    withheldScenario: [],
    withheldRun: [],
    outcome: spell(truth),
    beliefs: believed.map(({ id, parts }) => ({ id, outcome: spell(parts) })),
  };
  return ok(() => ok(draft));
}
