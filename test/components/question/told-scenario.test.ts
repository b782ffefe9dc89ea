import { expect, test } from 'vitest';
import { toldScenario } from '@/components/question/told-scenario';
import type { StageFrame } from '@/lib/stage/picture';

/** A step of a run; what the host looks like after it does not matter here. */
const frame = (command: string, stdout: string, stderr = ''): StageFrame =>
  ({ command, stdout, stderr, exitCode: 0, change: '', picture: {} }) as unknown as StageFrame;

const scenario = [
  { command: 'docker run -d --name web nginx', output: 'f00d' },
  { command: 'docker stop web', output: null },
  { command: 'docker stop nobody', output: null },
];

test('what was withheld is told by the last commands of the run, whatever was hidden before them', () => {
  const run = [
    frame('docker pull nginx', 'pulled\n'),
    frame('docker run -d --name web nginx', 'f00d\n'),
    frame('docker stop web', 'web\n'),
    frame('docker stop nobody', '', 'No such container\n'),
  ];
  expect(toldScenario(scenario, run)).toEqual([
    scenario[0],
    { command: 'docker stop web', output: 'web' },
    { command: 'docker stop nobody', output: 'No such container' },
  ]);
});

test('a run of other commands tells nothing', () => {
  expect(
    toldScenario(scenario, [frame('docker ps', 'a table')]).map(({ output }) => output),
  ).toEqual(['f00d', '', '']);
});
