import { seededRandom, type Random } from '../kernel/random';
import { lineWith } from './blank-line';
import { drawParameters, fillText, type Assignment } from './parameters';
import type { QuestionContext } from './question-context';
import { imagesNamed, type Setup } from './stage';
import type { Template } from './template';

/** Template parts whose commands need images at the start. */
function commandsOf(template: Template): string[] {
  const { body } = template;
  const asked: readonly string[] =
    body.kind === 'predict'
      ? [body.see]
      : body.kind === 'order'
        ? [...body.steps, ...(body.file?.then ?? [])]
        : body.kind === 'type'
          ? [body.solution]
          : body.kind === 'blanks'
            ? [lineWith(body.line, body.solution)]
            : body.kind === 'lab'
              ? body.solution.filter((line) => /^\s*docker\s/.test(line))
              : [];
  return [...template.given.map(({ run }) => run), ...template.do, ...asked];
}

/** The values that a seed draws for a template, and the rest of the random stream that decides what is asked. */
export function drawContent(
  template: Template,
  seed: string,
): { readonly values: Assignment; readonly content: Random } {
  const content = seededRandom(`content/${seed}`);
  return { values: drawParameters(template.parameters, content), content };
}

/** What tells the scene of one template and values from every other: seeds that draw equal values share a scene. */
export function sceneName(template: Template, values: Assignment): string {
  return `${template.id}/${JSON.stringify(values)}`;
}

/**
 * What is run before the question, with these values filled in. The engine's own seed follows from the template, from what is stored and from the first command:
 * variants that begin alike begin with the very same host, and what they have in common is run once.
 */
export function setupOf(
  template: Template,
  values: Assignment,
  context: Pick<QuestionContext, 'catalogue'>,
): Setup {
  const commands = commandsOf(template).map((command) => fillText(command, values));
  const images =
    template.images?.map((name) => fillText(name, values)) ?? imagesNamed(commands, context);
  const given = template.given.map((step) => ({ ...step, run: fillText(step.run, values) }));
  const beginning = JSON.stringify([template.id, images, given[0]?.run]);
  const engineSeed = commands.length === 0 ? 'empty' : seededRandom(beginning).hex(32);
  return { engineSeed, images, given };
}
