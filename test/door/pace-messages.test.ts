import { describe, expect, it } from 'vitest';
import { paceBuild, paceTransfer, wireMessage } from '@/lib/server/door/pace-messages';

interface Message {
  readonly id?: string;
  readonly status?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
}

const ids = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd'] as const;
const pull = [
  { status: 'Pulling from library/x', id: 'latest' },
  { status: 'Already exists', id: '000000000000' },
  ...ids.map((id) => ({ status: 'Pulling fs layer', id })),
  ...ids.flatMap((id) => [
    { status: 'Verifying Checksum', id },
    { status: 'Download complete', id },
  ]),
  ...ids.map((id) => ({ status: 'Pull complete', id })),
];
const sizes = new Map<string, number>(ids.map((id, index) => [id, 10_000_000 * (index + 1)]));
const told = (messages: readonly unknown[], of: ReadonlyMap<string, number> = sizes) =>
  paceTransfer(messages, of).flatMap((step) => step.messages) as readonly Message[];
const timeOf = (messages: readonly unknown[], of: ReadonlyMap<string, number>) =>
  paceTransfer(messages, of).reduce((sum, { pause }) => sum + pause, 0);
const isOnTheWay = ({ status = '' }: Message) => /^(Download|Extract|Push)ing$/.test(status);

describe('a transfer', () => {
  it('tells everything in the order in which the engine tells it, with its progress between', () => {
    const shown = told(pull).filter((message) => !isOnTheWay(message));
    expect(shown).toEqual(pull.map(wireMessage));
    expect(told(pull).length).toBeGreaterThan(pull.length + 10);
  });

  it('tells of each layer more and more, up to the whole of it and before it is complete', () => {
    for (const id of ids) {
      const own = told(pull).filter((message) => message.id === id);
      for (const [verb, end] of [
        ['Downloading', 'Verifying Checksum'],
        ['Extracting', 'Pull complete'],
      ]) {
        const steps = own.filter(({ status }) => status === verb);
        const bytes = steps.map(({ progressDetail }) => progressDetail?.current ?? 0);
        expect(bytes).toEqual([...bytes].sort((one, other) => one - other));
        expect(bytes.at(-1)).toBe(sizes.get(id));
        expect(own.findLastIndex(({ status }) => status === verb)).toBeLessThan(
          own.findIndex(({ status }) => status === end),
        );
      }
    }
  });

  it('takes longer for more, and a few seconds at most', () => {
    const none = timeOf(pull, new Map());
    expect(none).toBeGreaterThan(100);
    expect(timeOf(pull, sizes)).toBeGreaterThan(none);
    const huge = new Map<string, number>(ids.map((id) => [id, 5e9]));
    expect(timeOf(pull, huge)).toBeCloseTo(3_000);
    expect(told(pull, huge).length).toBeLessThan(200);
  });

  it('of layers that are there already takes no time', () => {
    const there = ids.map((id) => ({ status: 'Already exists', id }));
    expect(timeOf(there, sizes)).toBe(0);
    expect(timeOf([], sizes)).toBe(0);
  });

  it('tells of bytes and draws them as the engine does', () => {
    const push = [{ status: 'Pushed', id: ids[0] }];
    expect(told(push)).toContainEqual({
      status: 'Pushing',
      progressDetail: { current: 5_000_000, total: 10_000_000 },
      progress: `[${'='.repeat(25)}>${' '.repeat(25)}]      5MB/10MB`,
      id: ids[0],
    });
  });
});

describe('a build', () => {
  const step = (number: number) => ({ stream: `Step ${number}/2 : RUN sleep` });
  const messages = [step(1), { stream: ' ---> 1' }, step(2), { stream: 'Successfully built' }];

  it('comes as time passed while it was carried out', () => {
    const times = { begin: 1_000, moments: [1_000, 6_000, 6_001, 16_001] };
    const pauses = paceBuild(messages, times, new Map()).map(({ pause }) => pause);
    expect(pauses).toEqual([80, 5_000, 81, 10_000]);
  });

  it('with many steps takes no longer than a moment beside the time of its processes', () => {
    const many = Array.from({ length: 500 }, (_, index) => step(index));
    const paced = paceBuild(many, { begin: 0, moments: many.map(() => 0) }, new Map());
    expect(paced.reduce((sum, { pause }) => sum + pause, 0)).toBeCloseTo(1_500);
  });

  it('waits for the image that it pulls', () => {
    const paced = paceBuild([step(1), ...pull, step(2)], { begin: 0, moments: [] }, sizes);
    const texts = paced.flatMap((each) => each.messages) as readonly Message[];
    expect(texts.some(isOnTheWay)).toBe(true);
    expect(texts.at(-1)).toEqual(step(2));
  });
});
