import { err, ok, type Result } from '../../kernel/result';
import { engineQuery } from '../engine-query';
import { isTrue } from '../facts/evaluate-fact';
import { goalWords } from '../lab-words';
import { distinctIds } from '../options';
import type { Refusal } from '../question-context';
import { lastSandbox, runCommands, type StepRun } from '../run-steps';
import { isMisconception, setBelievedStage, type Stage } from '../stage';
import type { TemplateBody } from '../template';
import { locales } from '../types';
import { withheld, type KindInput, type LayOut } from './kind-draft';
import { fillSaidFacts, type FilledFact } from './said-facts';

/** The statements that hold after these steps, by their places as written. */
function holdingAfter(
  statements: readonly FilledFact[],
  { sandbox, world }: Stage,
  steps: readonly StepRun[],
): readonly number[] {
  const query = engineQuery(lastSandbox(sandbox, steps), world);
  return statements.flatMap(({ fact }, i) => (isTrue(fact, { query, start: sandbox }) ? [i] : []));
}

/** A set of statements as an outcome: their numbers as written, joined by `+`; `none` of them. */
export function spellHolding(holding: readonly number[]): string {
  return holding.length === 0 ? 'none' : holding.map((index) => index + 1).join('+');
}

/** A question of several statements: those that hold in the true engine are the key, those that hold in a belief's engine its answer. */
export function draftSeveral(
  body: Extract<TemplateBody, { kind: 'several' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const { stage, doing, context, setup } = input;
  const said = fillSaidFacts(body.statements, 'several.statements', goalWords, input);
  if (!said.ok) return said;
  const statements = said.value;
  for (const locale of locales) {
    const texts = statements.map(({ words }) => words[locale].trim());
    const twin = texts.findIndex((text, i) => texts.indexOf(text) < i);
    if (twin >= 0) {
      return err({
        path: `several.statements.${twin}`,
        message: `two statements say "${texts[twin] ?? ''}"`,
        instead: 'say different things',
      });
    }
  }
  const run = runCommands(stage.sandbox, doing, stage.world);
  const holding = holdingAfter(statements, stage, run);
  const believed: { readonly id: string; readonly holding: readonly number[] }[] = [];
  for (const [i, id] of body.beliefs.entries()) {
    if (!isMisconception(id)) continue;
    const imagined = setBelievedStage(context, setup, stage, id, `several.beliefs.${i}`);
    if (!imagined.ok) return imagined;
    const { sandbox, world } = imagined.value;
    const steps = runCommands(sandbox, doing, world);
    believed.push({ id, holding: holdingAfter(statements, imagined.value, steps) });
  }
  const outcome = spellHolding(holding);
  const found = {
    withheldScenario: doing.map(withheld),
    withheldRun: run,
    outcome,
    beliefs: believed.map((belief) => ({ id: belief.id, outcome: spellHolding(belief.holding) })),
  };
  return ok((_content, presentation) => {
    const ids = distinctIds(statements.length, presentation);
    const shown = presentation.shuffle(
      statements.map(({ words }, index) => ({ id: ids[index] ?? '', text: words })),
    );
    const inOrder = (indexes: readonly number[]): string[] => {
      const named = new Set(indexes.map((index) => ids[index]));
      return shown.flatMap(({ id }) => (named.has(id) ? [id] : []));
    };
    return ok({
      control: { kind: 'several', statements: shown },
      key: {
        kind: 'several',
        holding: inOrder(holding),
        beliefs: believed
          .filter((belief) => spellHolding(belief.holding) !== outcome)
          .map((belief) => ({ id: belief.id, holding: inOrder(belief.holding) })),
      },
      ...found,
    });
  });
}
