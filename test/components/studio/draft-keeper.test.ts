import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftKeeper } from '@/components/studio/draft-keeper';
import type { UnsavedText, UnsavedTexts } from '@/components/studio/unsaved-texts';
import { err, ok, type Result } from '@/lib/kernel/result';
import type { SaveOutcome, StudioFailure } from '@/lib/quiz/studio';

/** A server with one draft: its revision is `r:` and the text. */
class Server {
  failures: StudioFailure[] = [];
  saved: string[] = [];
  constructor(public text: string) {}
  readonly save = (text: string, base: string): Promise<Result<SaveOutcome, StudioFailure>> => {
    const failure = this.failures.shift();
    if (failure !== undefined) return Promise.resolve(err(failure));
    if (this.text !== text && base !== `r:${this.text}`) {
      return Promise.resolve(
        ok({ status: 'conflict', text: this.text, revision: `r:${this.text}` }),
      );
    }
    this.text = text;
    this.saved.push(text);
    return Promise.resolve(ok({ status: 'saved', revision: `r:${text}` }));
  };
}

/** A device that remembers, as localStorage does. */
function device(): UnsavedTexts {
  let unsaved: UnsavedText | null = null;
  let kept: string | null = null;
  return {
    read: () => unsaved,
    write: (text) => {
      unsaved = text;
    },
    clear: () => {
      unsaved = null;
    },
    readKept: () => kept,
    writeKept: (text) => {
      kept = text;
    },
  };
}

const open = (server: Server, unsaved = device()): DraftKeeper =>
  new DraftKeeper({ text: server.text, revision: `r:${server.text}`, save: server.save, unsaved });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is typed', () => {
  test('is saved once typing rests, and not at every letter', async () => {
    const server = new Server('a');
    const keeper = open(server);
    for (const text of ['ab', 'abc', 'abcd']) {
      keeper.type(text);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(keeper.getState().status.kind).toBe('dirty');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.saved).toEqual(['abcd']);
    expect(keeper.getState()).toMatchObject({ status: { kind: 'saved' }, revision: 'r:abcd' });
  });

  test('while a save is under way is saved after it', async () => {
    const server = new Server('a');
    const keeper = open(server);
    keeper.type('ab');
    const saving = keeper.flush();
    keeper.type('abc');
    await saving;
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.saved).toEqual(['ab', 'abc']);
  });

  test('survives a lost connection and a closed page', async () => {
    const server = new Server('a');
    const here = device();
    const keeper = open(server, here);
    server.failures = [{ kind: 'offline' }, { kind: 'offline' }];
    keeper.type('ab');
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.getState().status).toEqual({ kind: 'failed', failure: { kind: 'offline' } });
    keeper.dispose();

    server.failures = [];
    const later = open(server, here);
    expect(later.getState().text).toBe('ab');
    await vi.advanceTimersByTimeAsync(100);
    expect(server.text).toBe('ab');
    expect(here.read()).toBeNull();
  });

  test('is tried again by itself after a lost connection', async () => {
    const server = new Server('a');
    const keeper = open(server);
    server.failures = [{ kind: 'offline' }, { kind: 'offline' }];
    keeper.type('ab');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.text).toBe('ab');
  });

  test('is not sent while it is too long, and is once it is short again', async () => {
    const server = new Server('a');
    const keeper = open(server);
    keeper.type('x'.repeat(50_001));
    await vi.advanceTimersByTimeAsync(2000);
    expect(keeper.getState().status.kind).toBe('too-long');
    expect(await keeper.flush()).toBeNull();
    keeper.type('short');
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.saved).toEqual(['short']);
  });
});

describe('a text changed elsewhere', () => {
  const inConflict = async () => {
    const server = new Server('a');
    const here = device();
    const keeper = open(server, here);
    server.text = 'theirs';
    keeper.type('mine');
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.getState().status).toMatchObject({ kind: 'conflict', theirs: 'theirs' });
    return { server, keeper, here };
  };

  test('is never overwritten before the author has chosen, whatever is typed', async () => {
    const { server, keeper } = await inConflict();
    keeper.type('mine, more');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.text).toBe('theirs');
    expect(await keeper.flush()).toBeNull();
  });

  test('gives way to mine, and is kept beside', async () => {
    const { server, keeper, here } = await inConflict();
    expect(keeper.choose('mine')).toBe('mine');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.text).toBe('mine');
    expect([keeper.getState().kept, here.readKept()]).toEqual(['theirs', 'theirs']);
  });

  test('is gone on with, and mine is kept beside until it is dropped', async () => {
    const { server, keeper, here } = await inConflict();
    expect(keeper.choose('theirs')).toBe('theirs');
    expect(keeper.getState()).toMatchObject({ kept: 'mine', status: { kind: 'saved' } });
    keeper.type('theirs, more');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.text).toBe('theirs, more');
    keeper.dropKept();
    expect(here.readKept()).toBeNull();
  });

  test('while this page was closed is told when it opens again', () => {
    const server = new Server('theirs');
    const here = device();
    here.write({ text: 'mine', base: 'r:before' });
    const keeper = open(server, here);
    expect(keeper.getState()).toMatchObject({
      text: 'mine',
      status: { kind: 'conflict', theirs: 'theirs' },
    });
  });
});

test('publishing waits for the text on the screen, not for one before it', async () => {
  const server = new Server('a');
  const keeper = open(server);
  keeper.type('ab');
  const flushed = keeper.flush();
  keeper.type('abc');
  expect(await flushed).toBe('r:abc');
});
