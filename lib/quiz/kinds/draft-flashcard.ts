import { err, ok, type Result } from '../../kernel/result';
import { engineQuery } from '../engine-query';
import { isTrue } from '../facts/evaluate-fact';
import { fillWords } from '../fill-words';
import { fillText } from '../parameters';
import type { Refusal } from '../question-context';
import { lastSandbox, runCommands } from '../run-steps';
import type { TemplateBody } from '../template';
import { filledFact, withheld, type KindDraft, type KindInput, type LayOut } from './kind-draft';

/** A flashcard: its back is words; the facts it `holds` are confirmed by the engine. */
export function draftFlashcard(
  body: Extract<TemplateBody, { kind: 'flashcard' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const { stage, values, doing, context } = input;
  const back = fillWords(body.back, values, context.readings, 'flashcard.back');
  if (!back.ok) return back;
  const run = runCommands(stage.sandbox, doing, stage.world);
  const query = engineQuery(lastSandbox(stage.sandbox, run), stage.world);
  for (const [i, text] of body.holds.entries()) {
    const path = `flashcard.holds.${i}`;
    const fact = filledFact(text, values, path);
    if (!fact.ok) return fact;
    if (!isTrue(fact.value, { query, start: stage.sandbox })) {
      return err({
        path,
        message: `\`${fillText(text, values)}\` does not hold in the engine`,
        instead: 'mend the fact or the card',
      });
    }
  }
  const draft: KindDraft = {
    control: { kind: 'flashcard' },
    key: { kind: 'flashcard', back: back.value },
    withheldScenario: doing.map(withheld),
    withheldRun: run,
    outcome: 'recalled',
    beliefs: [],
  };
  return ok(() => ok(draft));
}
