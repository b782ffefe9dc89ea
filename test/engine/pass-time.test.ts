import { describe, expect, it } from 'vitest';
import { manualData } from '@/content/manual';
import {
  buildManual,
  createSandbox,
  nextMoment,
  passTime,
  send,
  serialise,
  WAIT_HALF,
  worldOf,
  type Sandbox,
} from '@/lib/engine';
import { transcriptCatalogue } from './support/transcript-catalogue';

const world = worldOf(transcriptCatalogue(), buildManual(manualData));
const now = Date.parse('2026-11-21T22:05:00Z');

function running(cmd: readonly string[]): Sandbox {
  const begun = createSandbox({ world, seed: 'time', now, images: ['busybox'], terminal: false });
  const body = { Image: 'busybox', Cmd: cmd };
  const query = { name: 'box' };
  const made = send(begun, { method: 'POST', path: '/containers/create', query, body }, world);
  return send(made.sandbox, { method: 'POST', path: '/containers/box/start' }, world).sandbox;
}

const stop = (sandbox: Sandbox, half: 'begin' | 'finish') =>
  send(
    sandbox,
    { method: 'POST', path: '/containers/box/stop', headers: { [WAIT_HALF]: half } },
    world,
  );

describe('time that passes while nobody asks', () => {
  it('brings the same in two steps as in one, and tells what was written and what ended', () => {
    const begun = running(['sh', '-c', 'sleep 1; echo a; sleep 1; echo b; exit 4']);
    const half = passTime(begun, now + 1_500, world);
    expect(half.output.map(({ text }) => text)).toEqual(['a\n']);
    const rest = passTime(half.sandbox, now + 5_000, world);
    expect([...rest.exits.values()]).toEqual([4]);
    expect(serialise(rest.sandbox)).toBe(serialise(passTime(begun, now + 5_000, world).sandbox));
  });

  it('is known beforehand where something falls due, and nothing is lost by going back', () => {
    const begun = running(['sleep', '7']);
    expect(nextMoment(begun, world)).toBe(now + 7_000);
    expect(passTime(begun, now - 1, world).sandbox).toBe(begun);
  });
});

describe('a stop in two halves', () => {
  it('first sends the signal and says until when to wait, then kills what has not ended', () => {
    const first = stop(running(['sleep', '100']), 'begin');
    expect(first.answer.body).toMatchObject({
      kind: 'subscription',
      subscription: { kind: 'stop', until: now + 10_000 },
    });
    const waited = passTime(first.sandbox, now + 10_000, world).sandbox;
    const second = stop(waited, 'finish');
    expect(second.answer.status).toBe(204);
    expect([...second.exits.values()]).toEqual([137]);
    expect(second.events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['kill', 'die', 'stop']),
    );
  });

  it('tells of the stop also where the process has ended by itself meanwhile', () => {
    const trapping = running(['sh', '-c', 'trap "sleep 2; exit 3" TERM; sleep 50 & wait']);
    const first = stop(trapping, 'begin');
    const down = passTime(first.sandbox, now + 5_000, world);
    expect([...down.exits.values()]).toEqual([3]);
    expect(stop(down.sandbox, 'finish').events.map(({ action }) => action)).toEqual(['stop']);
  });

  it('is done at once where nothing runs', () => {
    const down = passTime(running(['true']), now + 1_000, world).sandbox;
    expect(stop(down, 'begin').answer.status).toBe(304);
  });
});
