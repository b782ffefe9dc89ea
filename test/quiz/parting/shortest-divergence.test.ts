import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSandbox, runLine, worldOf, type MisconceptionId } from '@/lib/engine';
import { draftVariant } from '@/lib/quiz/generate-variant';
import { linesOfOrder } from '@/lib/quiz/run-order';
import { filledLine } from '@/lib/quiz/blank-line';
import { divergenceScene } from '@/lib/quiz/parting/divergence-scene';
import { apartInIds, apartToTheEye } from '@/lib/quiz/parting/prints-apart';
import {
  shortestDivergence,
  type Divergence,
  type DivergenceScene,
  type Worlds,
} from '@/lib/quiz/parting/shortest-divergence';
import { runCommands } from '@/lib/quiz/run-steps';
import { isMisconception, startTime } from '@/lib/quiz/stage';
import { beliefsOf, type Template } from '@/lib/quiz/template';
import type { ShownRun, VariantKey, VariantQuestion } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';
import { context } from '../context-for-tests';

const read = readContent('content');
if (!read.ok) throw new Error('the course cannot be read');
const course = read.value;
const truth = worldOf(course.catalogue, course.manual);

/** Templates whose beliefs are engines; what a name of `parts` shows depends on what the simulated registries hold. */
const believed = course.templates.filter(
  ({ body }) => body.kind !== 'parts' && beliefsOf(body).some(isMisconception),
);

interface Case {
  readonly scene: DivergenceScene;
  readonly worlds: Worlds;
}

/** The commands of an answer that a belief gives; none where an option or a set of statements is chosen. Null when it gives no wrong one. */
function answeredBy(
  belief: string,
  key: VariantKey,
  { control }: VariantQuestion,
): readonly string[] | null {
  switch (key.kind) {
    case 'choice':
    case 'predict':
      return key.options.some(({ beliefs }) => beliefs.includes(belief)) ? [] : null;
    case 'several':
      return key.beliefs.some(({ id }) => id === belief) ? [] : null;
    case 'order': {
      const order = key.beliefs.find(({ id }) => id === belief)?.orders[0];
      if (order === undefined || control.kind !== 'order') return null;
      const texts = order.map((id) => control.steps.find((step) => step.id === id)?.text ?? '');
      return linesOfOrder(texts, control.file);
    }
    case 'blanks': {
      const fillings = key.beliefs.find(({ id }) => id === belief)?.fillings[0];
      if (fillings === undefined || control.kind !== 'blanks') return null;
      return [filledLine(control.pieces, fillings)];
    }
    default:
      return null;
  }
}

function caseOf(template: Template, seed: string, belief: MisconceptionId): Case | null {
  const draft = draftVariant(template, seed, course);
  if (!draft.ok) throw new Error(`${template.id}: ${draft.error.message}`);
  const { key, question, values } = draft.value;
  const answered = answeredBy(belief, key, question);
  if (answered === null) return null;
  return {
    scene: divergenceScene(template, values, answered, course),
    worlds: { truth, belief: worldOf(course.catalogue, course.manual, belief) },
  };
}

const outputs = (run: readonly ShownRun[]) => run.map(({ stdout, stderr }) => ({ stdout, stderr }));

/** Whether some of the scene's commands, and an observation if wanted, are a valid session that parts the worlds to the eye or in ids. */
function partsWorlds(
  kept: readonly number[],
  observation: string | null,
  { scene, worlds }: Case,
  visibly: boolean,
): boolean {
  const commands = kept.map((index) => scene.commands[index] ?? '');
  const whole = runCommands(scene.start, scene.commands, worlds.truth);
  const session = [...commands, ...(observation === null ? [] : [observation])];
  const real = runCommands(scene.start, session, worlds.truth).map(({ shown }) => shown);
  const imagined = runCommands(scene.start, session, worlds.belief).map(({ shown }) => shown);
  const valid = kept.every((index, at) => real[at]?.exitCode === whole[index]?.shown.exitCode);
  return valid && (visibly ? apartToTheEye : apartInIds)(real, imagined);
}

function isMinimal(found: Divergence, at: Case): boolean {
  const visibly = apartToTheEye(found.truth, found.belief);
  const { kept, observation } = found;
  const fewer = kept.map((left) => kept.filter((index) => index !== left));
  const unseen = observation === null ? [] : [null];
  return (
    fewer.every((rest) =>
      [null, ...at.scene.observations].every((seen) => !partsWorlds(rest, seen, at, visibly)),
    ) && unseen.every((seen) => !partsWorlds(kept, seen, at, visibly))
  );
}

describe('the shortest run that parts a belief from the engine', () => {
  test('of any question of the course is a part of it, parts them at its last command, and nothing of it can go', () => {
    const cases = fc
      .tuple(fc.nat(), fc.nat(), fc.nat({ max: 30 }))
      .map(([whichTemplate, whichBelief, seed]): [Template, MisconceptionId, string] => {
        const template = believed[whichTemplate % believed.length];
        const beliefs = template === undefined ? [] : beliefsOf(template.body);
        const belief = beliefs.filter(isMisconception)[whichBelief % beliefs.length];
        if (template === undefined || belief === undefined) throw new Error('there is none');
        return [template, belief, `seed ${seed}`];
      });
    let shown = 0;
    fc.assert(
      fc.property(cases, ([template, belief, seed]) => {
        const at = caseOf(template, seed, belief);
        if (at === null) return;
        const found = shortestDivergence(at.scene, at.worlds);
        if (found === null) throw new Error(`${template.id}: nothing parts ${belief}`);
        shown++;
        const { kept, observation, truth: real, belief: imagined } = found;
        expect([...kept].sort((a, b) => a - b)).toEqual(kept);
        expect(new Set(kept).size).toBe(kept.length);
        const commands = kept.map((index) => at.scene.commands[index]);
        const session = observation === null ? commands : [...commands, observation];
        expect(real.map(({ command }) => command)).toEqual(session);
        expect(imagined.map(({ command }) => command)).toEqual(session);
        expect(real.length).toBeLessThanOrEqual(at.scene.commands.length + 1);
        expect(apartInIds(real, imagined)).toBe(true);
        const apart = apartToTheEye(real, imagined) ? apartToTheEye : apartInIds;
        expect(apart(real.slice(0, -1), imagined.slice(0, -1))).toBe(false);
        expect(outputs(real)).not.toEqual(outputs(imagined));
        expect(partsWorlds(kept, observation, at, apartToTheEye(real, imagined))).toBe(true);
        expect(isMinimal(found, at)).toBe(true);
      }),
      { numRuns: 20 },
    );
    expect(shown).toBeGreaterThan(10);
  });

  const worldsOf = (belief: MisconceptionId): Worlds => ({
    truth: worldOf(context.catalogue, context.manual),
    belief: worldOf(context.catalogue, context.manual, belief),
  });
  const start = createSandbox({
    world: worldOf(context.catalogue, context.manual),
    seed: 'divergence',
    now: startTime,
    images: ['nginx', 'redis'],
    terminal: true,
  });
  const states = "docker ps -a --format '{{.Names}} {{.State}}'";

  test('leaves out what has nothing to do with the belief', () => {
    const commands = [
      'docker run -d --name db redis',
      'docker run -d --name web nginx',
      'docker exec web touch /memo',
      'docker stop db',
      'docker pause web',
    ];
    const found = shortestDivergence(
      { start, commands, observations: [states] },
      worldsOf('pause-is-stop'),
    );
    expect(found?.truth.map(({ command, stdout }) => [command, stdout]).slice(1)).toEqual([
      ['docker pause web', 'web\n'],
      [states, 'web paused\n'],
    ]);
    expect(found?.belief.at(-1)?.stdout).toBe('web exited\n');
    const again = shortestDivergence(
      { start, commands, observations: [states] },
      worldsOf('pause-is-stop'),
    );
    expect(again).toEqual(found);
  });

  test('ends at a command of the question where that one shows it', () => {
    const commands = ['docker tag nginx me/web', 'docker push me/web'];
    const found = shortestDivergence(
      { start, commands, observations: [states] },
      worldsOf('push-needs-no-login'),
    );
    expect(found).toMatchObject({ kept: [0, 1], observation: null });
    expect(found?.truth.at(-1)?.stderr).toContain('denied');
  });

  test('goes on to what is seen: that an id is another one is not', () => {
    const commands = ['docker run -d --name web nginx', 'docker stop web', 'docker run -d nginx'];
    const found = shortestDivergence(
      { start, commands, observations: [states] },
      worldsOf('run-resumes'),
    );
    expect(found).toMatchObject({ kept: [0, 1, 2], observation: states });
    expect(found?.belief.at(-1)?.stdout).toBe('web running\n');
  });

  test('is none where the belief has no say', () => {
    const scene = { start, commands: ['docker run -d --name web nginx'], observations: [states] };
    expect(shortestDivergence(scene, worldsOf('port-order-swapped'))).toBeNull();
  });

  test('is not looked for from within a container', () => {
    const commands = ['docker run -it --name box nginx bash', 'echo hi > /note'];
    const inside = runLine(start, commands[0] ?? '', truth).sandbox;
    expect(inside.session === null).toBe(false);
    const found = shortestDivergence(
      { start, commands, observations: [states] },
      worldsOf('container-is-vm'),
    );
    expect(found).toBeNull();
  });

  test('of a scene too long to try every part of is still one from which nothing can go', () => {
    const noise = Array.from({ length: 14 }, (_, i) => `docker create --name idle${i} redis`);
    const commands = [...noise, 'docker run -d --name web nginx', 'docker stop web'];
    const at: Case = {
      scene: { start, commands, observations: [states] },
      worlds: worldsOf('exit-removes-container'),
    };
    const found = shortestDivergence(at.scene, at.worlds, 20);
    expect(found).toMatchObject({ kept: [14, 15], observation: states });
    expect(found === null ? false : isMinimal(found, at)).toBe(true);
  });
});
