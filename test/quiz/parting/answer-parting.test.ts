import { describe, expect, test } from 'vitest';
import { createSandbox, worldOf } from '@/lib/engine';
import { commandParting, orderParting } from '@/lib/quiz/parting/answer-parting';
import type { PartingSide } from '@/lib/quiz/parting/parting';
import { lastSandbox, runCommands } from '@/lib/quiz/run-steps';
import { startTime } from '@/lib/quiz/stage';
import { context } from '../context-for-tests';

const world = worldOf(context.catalogue, context.manual);
const states = "docker ps -a --format '{{.Names}} {{.State}}'";

function sceneAfter(given: readonly string[], observations: readonly string[] = [states]) {
  const host = createSandbox({
    world,
    seed: 'answer',
    now: startTime,
    images: ['nginx'],
    terminal: true,
  });
  return { start: lastSandbox(host, runCommands(host, given, world)), context, observations };
}

/** The commands of a side, and the line at which it differs. */
function told({ steps, differs }: PartingSide) {
  return {
    commands: steps.map(({ command }) => command),
    line: steps[differs.step]?.lines[differs.line],
  };
}

describe('a wrong order', () => {
  const steps = ['docker create --name web nginx', 'docker start web', 'docker pause web'];
  const [create = '', start = '', pause = ''] = steps;

  test('is shown up to the first step that fails, beside the right order up to the same step', () => {
    const parting = orderParting([create, pause, start], steps, sceneAfter([]));
    expect(parting?.about).toEqual({ kind: 'order' });
    expect(parting && told(parting.mine)).toMatchObject({
      commands: [create, pause],
      line: expect.stringContaining('is not running') as string,
    });
    expect(parting && told(parting.docker)).toEqual({ commands: steps, line: 'web' });
  });

  test('in which nothing fails is shown whole, with what it came to', () => {
    const file = 'docker exec web touch /memo';
    const keep = 'docker commit web me/web';
    const use = 'docker run -d --name api me/web';
    const seen = 'docker exec api ls /memo';
    const scene = sceneAfter(['docker run -d --name web nginx'], [states, seen]);
    const parting = orderParting([keep, use, file], [file, keep, use], scene);
    expect(parting && told(parting.mine)).toMatchObject({
      commands: [keep, use, file, seen],
      line: expect.stringContaining('No such file') as string,
    });
    expect(parting && told(parting.docker)).toEqual({
      commands: [file, keep, use, seen],
      line: '/memo',
    });
  });
});

describe('a wrong command', () => {
  const scene = sceneAfter(['docker run -d --name web nginx']);

  test('is shown with what it came to beside what was wanted', () => {
    const parting = commandParting('docker stop web', 'docker pause web', scene);
    expect(parting?.about).toEqual({ kind: 'command' });
    expect(parting && told(parting.mine)).toEqual({
      commands: ['docker stop web', states],
      line: 'web exited',
    });
    expect(parting && told(parting.docker)).toEqual({
      commands: ['docker pause web', states],
      line: 'web paused',
    });
  });

  test('that fails is told by its error', () => {
    const parting = commandParting('docker pause wbe', 'docker pause web', scene);
    expect(parting && told(parting.mine)).toMatchObject({
      commands: ['docker pause wbe', states],
      line: expect.stringContaining('No such container: wbe') as string,
    });
  });

  test('that fails where nothing of the host shows a difference is shown beside one that does not', () => {
    const parting = commandParting('docker logs wbe', 'docker logs web', scene);
    expect(parting?.mine.steps).toHaveLength(1);
    expect(parting && told(parting.mine).line).toContain('No such container: wbe');
  });

  test('tells a thing made anew from the one that was there', () => {
    const ids = "docker ps -a --format '{{.ID}} {{.Names}}'";
    const anew = 'docker rm -f web';
    const parting = commandParting(anew, 'docker restart web', { ...scene, observations: [ids] });
    expect(parting?.mine.steps.at(-1)?.lines).toEqual([]);
    expect(parting?.mine.differs).toEqual({ step: 1, line: 0 });
  });

  test('is nothing to show when it comes to the same, or ends in a container', () => {
    expect(commandParting('docker container pause web', 'docker pause web', scene)).toBeNull();
    expect(commandParting('docker exec -it web bash', 'docker exec web ls', scene)).toBeNull();
  });
});
