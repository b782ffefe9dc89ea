import { err, ok, type Result } from '../../kernel/result';
import type { Sandbox, World } from '../../engine';
import { yesNoWords } from '../default-words';
import { engineQuery } from '../engine-query';
import { evaluateFact, isTrue, outcomeText } from '../facts/evaluate-fact';
import type { Fact } from '../facts/fact';
import { fillWords } from '../fill-words';
import { makeOptions, type Candidate } from '../options';
import { fillText } from '../parameters';
import type { Refusal } from '../question-context';
import { lastSandbox, runCommands } from '../run-steps';
import { isMisconception, setBelievedStage, type Stage } from '../stage';
import type { TemplateBody } from '../template';
import type { Words } from '../types';
import { filledFact, withheld, type KindInput, type LayOut } from './kind-draft';

type ChoiceBody = Extract<TemplateBody, { kind: 'choice' }>;

/** A probe with its parameters filled in: asks a sandbox and names the outcome. */
type Ask = (start: Sandbox, after: Sandbox, world: World) => string;

export function probeOf(see: ChoiceBody['see'], input: KindInput): Result<Ask, Refusal> {
  if (see.kind === 'fact') {
    const fact = filledFact(see.fact, input.values, 'choice.see');
    if (!fact.ok) return fact;
    return ok((start, after, world) =>
      outcomeText(evaluateFact(fact.value, { query: engineQuery(after, world), start })),
    );
  }
  const facts: { readonly label: string; readonly fact: Fact }[] = [];
  for (const { label, fact: text } of see.facts) {
    const fact = filledFact(text, input.values, `choice.see.${label}`);
    if (!fact.ok) return fact;
    facts.push({ label, fact: fact.value });
  }
  return ok((start, after, world) => {
    const scene = { query: engineQuery(after, world), start };
    const labels = facts.filter(({ fact }) => isTrue(fact, scene)).map(({ label }) => label);
    return labels.length === 0 ? 'none' : labels.join('+');
  });
}

/** Runs `do` from a stage and asks the probe. */
export function outcomeOn(stage: Stage, doing: readonly string[], ask: Ask): string {
  const steps = runCommands(stage.sandbox, doing, stage.world);
  return ask(stage.sandbox, lastSandbox(stage.sandbox, steps), stage.world);
}

/** The words of an outcome: the line of `say` that names it, else the line `*`, else the value itself where `say` is left out. */
function sayOutcome(
  body: ChoiceBody,
  outcome: string,
  who: string,
  input: KindInput,
): Result<Words, Refusal> {
  const { values, context } = input;
  if (body.say.length === 0) {
    if (outcome === 'yes' || outcome === 'no') return ok(yesNoWords[outcome]);
    return ok({ ko: outcome, en: outcome });
  }
  const exact = body.say.find(
    (line) => line.outcome !== '*' && fillText(line.outcome, values) === outcome,
  );
  const line = exact ?? body.say.find(({ outcome: any }) => any === '*');
  if (line === undefined) {
    return err({
      path: 'choice.say',
      message: `${who} yields \`${outcome}\`, and \`say\` has no words for it`,
      instead: `add \`${outcome}: { ko: …, en: … }\` or a line \`"*"\``,
    });
  }
  return fillWords(
    line.words,
    { ...values, value: outcome },
    context.readings,
    `choice.say.${line.outcome}`,
  );
}

/** A choice question: the probe's outcome in the true engine is the key, its outcomes in the belief engines the distractors. */
export function draftChoice(body: ChoiceBody, input: KindInput): Result<LayOut, Refusal> {
  const { stage, doing, context, setup } = input;
  const ask = probeOf(body.see, input);
  if (!ask.ok) return ask;
  const run = runCommands(stage.sandbox, doing, stage.world);
  const outcome = ask.value(stage.sandbox, lastSandbox(stage.sandbox, run), stage.world);
  const words = sayOutcome(body, outcome, 'the engine', input);
  if (!words.ok) return words;

  const believed: (Candidate & { belief: string })[] = [];
  for (const [i, belief] of body.beliefs.entries()) {
    if (!isMisconception(belief)) continue;
    const path = `choice.beliefs.${i}`;
    const imagined = setBelievedStage(context, setup, stage, belief, path);
    if (!imagined.ok) return imagined;
    const believedOutcome = outcomeOn(imagined.value, doing, ask.value);
    const text = sayOutcome(body, believedOutcome, `the belief \`${belief}\``, input);
    if (!text.ok) return text;
    believed.push({ belief, outcome: believedOutcome, text: text.value });
  }
  const yesNo = body.see.kind === 'fact' && body.see.yesNo;
  const truth = { outcome, text: words.value };
  const found = {
    withheldScenario: doing.map(withheld),
    withheldRun: run,
    outcome,
    beliefs: believed.map(({ belief, outcome: yielded }) => ({ id: belief, outcome: yielded })),
  };
  return ok((content, presentation) => {
    const key = makeOptions('choice', truth, believed, yesNo ? 1 : 2, content, presentation);
    if (!key.ok) return key;
    const options = key.value.options.map(({ id, text }) => ({ id, text }));
    return ok({ control: { kind: 'choice', options }, key: key.value, ...found });
  });
}
