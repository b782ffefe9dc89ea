import { proveTemplate } from '@/lib/quiz/prove-template';
import { generateVariant } from '@/lib/quiz/generate-variant';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { Template } from '@/lib/quiz/template';
import { figure, type Figure } from './figure';
import { noContainers, reduce } from './floor';
import { rounds } from './rounds';

/** So many seeds that 200 of their variants differ. */
const SEEDS = 220;
const VARIANTS = 200;
/** The first proofs take five times as long as the thirtieth, from which on they stay the same. */
const WARM_UP_MS = 6000;

const NAMES =
  'web api db shop blog site chat mail game app cache store box work lab tool mine multi copy watch proxy worker front back batch team old new'.split(
    ' ',
  );

/** The template with so many names for what is drawn to be distinct that hardly two seeds agree, others in each round: nothing was run before. */
function withNames(template: Template, round: number): Template {
  const first = round % NAMES.length;
  const values = [...NAMES.slice(first), ...NAMES.slice(0, first)];
  const parameters = template.parameters.map((parameter) =>
    parameter.draw.kind === 'distinct'
      ? { ...parameter, draw: { ...parameter.draw, values } }
      : parameter,
  );
  return { ...template, parameters };
}

/** Proves 200 variants of a template with five commands: every command in the true engine and in that of each belief. */
export function proof(template: Template, context: QuestionContext): Figure {
  const commands = template.given.length + template.do.length;
  if (commands !== 5) throw new Error(`${template.id} has ${commands} commands`);
  let round = 0;
  const { work, floor } = rounds(
    () => {
      // Engines remember what they did with an image as long as the catalogue lives, and so does a studio.
      const asked = withNames(template, round++);
      const { proved, variants } = proveTemplate(asked, context, { seeds: SEEDS, samples: 0 });
      if (!proved || variants < VARIANTS)
        throw new Error(`${template.id}: ${variants} variants, proved: ${proved}`);
    },
    () => {
      for (let seed = 0; seed < SEEDS; seed++) {
        let state = noContainers;
        for (const verb of ['create', 'start', 'stop', 'start', 'stop'] as const)
          state = reduce(state, verb, 'web');
      }
    },
    WARM_UP_MS,
  );
  return figure('200 variants of a five-command template proved', work, 'ms', floor);
}

/** The largest setup state of a few variants of every template, as it is stored. The floor is its text without what an image brings. */
export function stateSize(templates: readonly Template[], context: QuestionContext): Figure {
  const sizes = templates.flatMap((template) => {
    const variant = generateVariant(template, 'size', context);
    return variant.ok ? [variant.value.setup.length] : [];
  });
  const bare = JSON.stringify([...reduce(noContainers, 'create', 'web').containers]).length;
  return figure('largest stored state of a question', Math.max(...sizes), 'bytes', bare);
}
