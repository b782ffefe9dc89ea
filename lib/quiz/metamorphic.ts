import { seededRandom } from '../kernel/random';
import { answerOn } from './answer-on';
import { lineWith } from './blank-line';
import type { KindInput } from './kinds/kind-draft';
import { outputSignature } from './output-signature';
import { drawParameters, fillText, type Assignment } from './parameters';
import type { QuestionContext } from './question-context';
import { runCommands } from './run-steps';
import { terminalText } from './terminal-text';
import { sameBesidesIds } from './same-besides-ids';
import { setupOf } from './setup-of';
import { isMisconception, setBelievedStage, setStage, type Setup, type Stage } from './stage';
import { beliefsOf, problemAt, type Template } from './template';
import type { TemplateProblem } from './template-problem';

/** What no one would name a container, at the end of a name: nothing in the course is called so, and names keep their alphabetical order. */
const newEnd = '-zq';

/**
 * Changes a template in ways that must not change its answer, and tells where one does: names that learners choose freely get other names (the answer must be
 * the same with the names put back), and setup commands that do not depend on one another change places (key and wrong answers must stay).
 *
 * @param seeds how many variants are changed so
 */
export function metamorphicProblems(
  template: Template,
  context: QuestionContext,
  seeds: number,
): TemplateProblem[] {
  if (template.kind === 'flashcard' || template.kind === 'parts') return [];
  for (let i = 0; i < seeds; i++) {
    const values = drawParameters(template.parameters, seededRandom(`content/proof-${i}`));
    const stage = setUp(template, values, context);
    if (stage === null) return [];
    const problem =
      renamingProblem(template, values, stage, context) ??
      reorderingProblem(template, values, stage, context);
    if (problem !== null) return [problem];
  }
  return [];
}

interface SetUp {
  readonly setup: Setup;
  readonly stage: Stage;
  readonly input: KindInput;
}

function setUp(
  template: Template,
  values: Assignment,
  context: QuestionContext,
  swapped?: Setup,
): SetUp | null {
  const setup = swapped ?? setupOf(template, values, context);
  const stage = setStage(context, setup);
  if (!stage.ok) return null;
  const doing = template.do.map((command) => fillText(command, values));
  const input = { template, values, context, setup, stage: stage.value, doing };
  return { setup, stage: stage.value, input };
}

// ------------------------------------------------------------------------------------------------------- renaming

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}

/** The parameters that stand where docker is told a new name: of a container, a volume or a network. */
export function nameParameters(template: Template): readonly string[] {
  const { body } = template;
  const asked =
    body.kind === 'order'
      ? body.steps
      : body.kind === 'type'
        ? [body.solution]
        : body.kind === 'blanks'
          ? [lineWith(body.line, body.solution)]
          : body.kind === 'lab'
            ? body.solution
            : [];
  const commands = [...template.given.map(({ run }) => run), ...template.do, ...asked];
  const drawn = template.parameters
    .filter(({ draw }) => draw.kind === 'rows' || draw.kind === 'distinct')
    .flatMap(({ names }) => names);
  return drawn.filter((name) => {
    const it = `<${escaped(name)}>`;
    const naming = new RegExp(
      `--name[= ]${it}(?=\\s|$)|docker (?:volume|network) create (?:-\\S+ )*${it}(?=\\s|$)|docker rename \\S+ ${it}(?=\\s|$)`,
    );
    return commands.some((command) => naming.test(command));
  });
}

function renamingProblem(
  template: Template,
  values: Assignment,
  { input }: SetUp,
  context: QuestionContext,
): TemplateProblem | null {
  const names = nameParameters(template).filter((name) => typeof values[name] === 'string');
  if (names.length === 0) return null;
  const made = template.parameters.some(({ draw }) => draw.kind === 'made');
  if (made) return null;
  const renamed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      names.includes(name) && typeof value === 'string' ? `${value}${newEnd}` : value,
    ]),
  );
  const other = setUp(template, renamed, context);
  const before = answerOn(input);
  if (!before.ok) return null;
  const after = other === null ? null : answerOn(other.input);
  const put = (text: string): string => outputSignature(text.replaceAll(newEnd, ''));
  if (after?.ok === true && put(after.value) === put(before.value)) return null;
  const list = names.map((name) => `<${name}>`).join(', ');
  const found =
    after === null || !after.ok ? 'nothing that can be asked' : `"${clip(put(after.value))}"`;
  return problemAt(
    template,
    'with',
    `the answer depends on how things are called: with other names for ${list} "${clip(put(before.value))}" becomes ${found}`,
    'write the parameter wherever the name is meant',
  );
}

function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

// ------------------------------------------------------------------------------------------------------ reordering

/** The places of `given` whose command may change places with the next: what both print and where both end is the same, apart from ids and times. */
export function independentSteps(setup: Setup, stage: Stage): readonly number[] {
  return setup.given.flatMap((_, i) => {
    const [first, second] = [stage.given[i], stage.given[i + 1]];
    if (first === undefined || second === undefined) return [];
    const before = stage.given[i - 1]?.after ?? stage.start;
    const lines = [second.shown.command, first.shown.command];
    const [early, late] = runCommands(before, lines, stage.world);
    if (early === undefined || late === undefined) return [];
    const same =
      prints(early.shown) === prints(second.shown) &&
      prints(late.shown) === prints(first.shown) &&
      sameBesidesIds(late.after, second.after);
    return same ? [i] : [];
  });
}

function prints(shown: Stage['given'][number]['shown']): string {
  return `${shown.exitCode} ${outputSignature(terminalText(shown))}`;
}

function reorderingProblem(
  template: Template,
  values: Assignment,
  { setup, stage, input }: SetUp,
  context: QuestionContext,
): TemplateProblem | null {
  for (const i of independentSteps(setup, stage)) {
    const given = [...setup.given];
    const [first, second] = [given[i], given[i + 1]];
    if (first === undefined || second === undefined) continue;
    given.splice(i, 2, second, first);
    const other = setUp(template, values, context, { ...setup, given });
    const before = answersOf(input);
    const after = other === null ? [] : answersOf(other.input);
    const differs = before.find(({ who, answer }) => {
      const now = after.find((each) => each.who === who);
      return now?.answer !== answer;
    });
    if (differs === undefined) continue;
    return problemAt(
      template,
      `given.${i}`,
      `\`${first.run}\` and \`${second.run}\` do the same in either order, and yet ${differs.who} answers otherwise when they change places`,
      'ask for something that does not hang on ids, times or the order of equal things',
    );
  }
  return null;
}

/** What the engine and every listed believer answers. */
function answersOf(input: KindInput): readonly { readonly who: string; readonly answer: string }[] {
  const { template, context, setup, stage } = input;
  const spell = (on: Stage): string => {
    const answer = answerOn({ ...input, stage: on });
    return answer.ok ? outputSignature(answer.value) : 'none';
  };
  const believers = beliefsOf(template.body).flatMap((belief) => {
    if (!isMisconception(belief)) return [];
    const imagined = setBelievedStage(context, setup, stage, belief, '');
    return [
      {
        who: `the belief \`${belief}\``,
        answer: imagined.ok ? spell(imagined.value) : 'not admissible',
      },
    ];
  });
  return [{ who: 'the engine', answer: spell(stage) }, ...believers];
}
