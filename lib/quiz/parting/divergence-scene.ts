import { createSandbox, runLine, worldOf, type Sandbox } from '../../engine';
import { assertNever } from '../../kernel/assert-never';
import { parseFact } from '../facts/parse-fact';
import { imageNames, showingCommands } from '../facts/showing-commands';
import { fillText, type Assignment } from '../parameters';
import type { QuestionContext } from '../question-context';
import { setupOf } from '../setup-of';
import { catalogueNames, startTime } from '../stage';
import type { Template } from '../template';
import type { DivergenceScene } from './shortest-divergence';

/** What runs a question: without the readings of words, which are for prompts. */
export type EngineContext = Pick<QuestionContext, 'catalogue' | 'manual'>;

/** The host on which a question begins, before anything is given. */
export function hostBefore(
  template: Template,
  values: Assignment,
  { catalogue, manual }: EngineContext,
): Sandbox {
  const { engineSeed: seed, images } = setupOf(template, values, { catalogue });
  const world = worldOf(catalogue, manual);
  return createSandbox({ world, seed, now: startTime, images, terminal: true });
}

/**
 * The commands of a question and how one would see at a terminal what it asks.
 *
 * @param answered commands that the answer itself consists of: the steps in the learner's order, the line as it was filled
 */
export function divergenceScene(
  template: Template,
  values: Assignment,
  answered: readonly string[],
  context: EngineContext,
): DivergenceScene {
  const { body } = template;
  if (body.kind === 'parts') return nameScene(fillText(body.reference, values), context);
  const given = template.given.map(({ run }) => run);
  return {
    start: hostBefore(template, values, context),
    commands: [
      ...[...given, ...template.do].map((command) => fillText(command, values)),
      ...answered,
    ],
    observations: observationsOf(template, values),
  };
}

/** An image that a name can be given to. */
const anyImage = 'alpine';

/**
 * What shows how a name is read: to pull what it names, or to give it to an image and list or push it. An official image that the simulated Docker Hub lacks is not
 * pulled: the real one has it.
 */
function nameScene(reference: string, { catalogue, manual }: EngineContext): DivergenceScene {
  const images = catalogueNames({ catalogue }).includes(`docker.io/library/${anyImage}:latest`)
    ? [anyImage]
    : [];
  const world = worldOf(catalogue, manual);
  const start = createSandbox({ world, seed: reference, now: startTime, images, terminal: true });
  const pull = `docker pull ${reference}`;
  const pulls = reference.includes('/') || runLine(start, pull, world).exitCode === 0;
  return {
    start,
    commands: [`docker tag ${anyImage} ${reference}`],
    observations: [...(pulls ? [pull] : []), imageNames, `docker push ${reference}`],
  };
}

/** The commands that show what a question asks: the probe itself where it is one. */
export function observationsOf({ body }: Template, values: Assignment): readonly string[] {
  switch (body.kind) {
    case 'choice':
      return commandsOfFacts(
        body.see.kind === 'fact' ? [body.see.fact] : body.see.facts.map(({ fact }) => fact),
        values,
      );
    case 'predict':
      return [fillText(body.see, values)];
    case 'several':
      return commandsOfFacts(
        body.statements.map(({ fact }) => fact),
        values,
      );
    case 'order':
    case 'blanks':
    case 'type':
      return commandsOfFacts(body.goal, values);
    case 'parts':
    case 'lab':
    case 'flashcard':
      return [];
    default:
      return assertNever(body);
  }
}

function commandsOfFacts(facts: readonly string[], values: Assignment): readonly string[] {
  const commands = facts.flatMap((text) => {
    const fact = parseFact(fillText(text, values));
    return fact.ok ? showingCommands(fact.value) : [];
  });
  return [...new Set(commands)];
}
