import { ok, type Result } from '../../kernel/result';
import { printsNothing } from '../default-words';
import { makeOptions, type Candidate } from '../options';
import { outputSignature } from '../output-signature';
import { fillText } from '../parameters';
import type { Refusal } from '../question-context';
import { runCommands, type StepRun } from '../run-steps';
import { terminalText } from '../terminal-text';
import { isMisconception, setBelievedStage } from '../stage';
import type { TemplateBody } from '../template';
import { withheld, type KindInput, type LayOut } from './kind-draft';

export function candidateOf(steps: readonly StepRun[]): Candidate & { readonly output: string } {
  const last = steps.at(-1);
  const output = last === undefined ? '' : terminalText(last.shown);
  return {
    outcome: outputSignature(output),
    output,
    text: output === '' ? printsNothing : { ko: output, en: output },
  };
}

/** A predict question: the options are what the true engine and the belief engines print. */
export function draftPredict(
  body: Extract<TemplateBody, { kind: 'predict' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const { stage, context, setup, values } = input;
  const commands = [...input.doing, fillText(body.see, values)];
  const run = runCommands(stage.sandbox, commands, stage.world);
  const truth = candidateOf(run);
  const believed: (Candidate & { belief: string; output: string })[] = [];
  for (const [i, belief] of body.beliefs.entries()) {
    if (!isMisconception(belief)) continue;
    const imagined = setBelievedStage(context, setup, stage, belief, `predict.beliefs.${i}`);
    if (!imagined.ok) return imagined;
    const { sandbox, world } = imagined.value;
    believed.push({ belief, ...candidateOf(runCommands(sandbox, commands, world)) });
  }
  const found = {
    withheldScenario: commands.map(withheld),
    withheldRun: run,
    outcome: truth.output,
    beliefs: believed.map(({ belief, output }) => ({ id: belief, outcome: output })),
  };
  return ok((content, presentation) => {
    const key = makeOptions('predict', truth, believed, 2, content, presentation);
    if (!key.ok) return key;
    const options = key.value.options.map(({ id, text }) => ({ id, text }));
    return ok({ control: { kind: 'predict', options }, key: key.value, ...found });
  });
}
