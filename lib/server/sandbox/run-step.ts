import 'server-only';
import {
  echoes,
  passTime,
  promptFor,
  runLine,
  send,
  typeLine,
  type ApiRequest,
  type Sandbox,
  type Sent,
  type Told,
  type TypedRun,
  type World,
} from '@/lib/engine';
import { assertNever } from '@/lib/kernel/assert-never';
import { hideInRequest, hideTyped, hideUsed, type TypedLine } from './hide-passwords';
import type { JournalInput, Step } from './journal-record';

/** What stands before a line, and whether the line may be seen while it is typed. */
interface Prompt {
  readonly prompt: string;
  readonly echo: boolean;
}

/** What a line printed, as the journal keeps it. */
export interface LineResult extends Prompt {
  readonly stdout: string;
  readonly stderr: string;
  /** Both in the order in which they are seen at a terminal. */
  readonly shown: string;
  readonly exitCode: number;
  /** On the host's clock, in milliseconds. */
  readonly elapsedMs: number;
  /** What stood before the line itself. */
  readonly before: Prompt;
}

/**
 * Runs a line as the journal tells of it, after the host's clock has gone on by `wait` milliseconds. Without `stdin` somebody sits at the terminal and may
 * be asked. Passwords that are not the catalogue's are taken out before: the simulated host never gets them either.
 */
export function runStep(
  state: Sandbox,
  typed: TypedLine,
  wait: number,
  world: World,
): Step<LineResult> & { readonly told: readonly Told[] } {
  const waited = waitFor(state, wait, world);
  const before = { prompt: promptFor(waited, world), echo: echoes(waited) };
  let kept = hideTyped(waited, typed, world);
  let run = runTyped(waited, kept, world);
  const hidden = hideUsed(kept, run.requests, world);
  if (hidden) {
    kept = hidden;
    run = runTyped(waited, kept, world);
  }
  const { line, stdin } = kept;
  const { sandbox, requests, stdout, stderr, shown, exitCode, prompt, echo, elapsedMs } = run;
  return {
    sandbox,
    entry: {
      input: { kind: 'line', line, stdin: stdin ?? null, wait },
      requests: requests.map((each) => ({ ...each, request: seenRequest(each.request) })),
    },
    result: { stdout, stderr, shown, exitCode, prompt, echo, elapsedMs, before },
    told: run.told,
  };
}

function runTyped(state: Sandbox, { line, stdin }: TypedLine, world: World): TypedRun {
  if (stdin === undefined) return typeLine(state, line, world);
  const run = runLine(state, line, world, stdin);
  return { ...run, shown: run.stdout + run.stderr, told: [] };
}

/** Sends a request as the journal tells of it, without passwords that are not the catalogue's; `sent` is what the door hands on. */
export function requestStep(
  state: Sandbox,
  asked: ApiRequest,
  wait: number,
  world: World,
): Step<{ readonly status: number }> & { readonly sent: Sent } {
  const waited = waitFor(state, wait, world);
  const request = hideInRequest(asked, world);
  const sent = send(waited, request, world);
  const { status } = sent.answer;
  return {
    sandbox: sent.sandbox,
    entry: {
      input: { kind: 'request', request, wait },
      requests: [{ now: waited.now, request: seenRequest(request), status }],
    },
    result: { status },
    sent,
  };
}

/** A request as it may be seen: without headers, which may hold a password, and without a body that is one or is long. The input gives it again. */
export type SeenRequest = Omit<ApiRequest, 'headers'>;

const LONGEST_BODY = 2_000;

export function seenRequest({ headers: _unseen, body, ...request }: ApiRequest): SeenRequest {
  if (body === undefined || request.path === '/auth') return request;
  return JSON.stringify(body).length > LONGEST_BODY ? request : { ...request, body };
}

function waitFor(state: Sandbox, wait: number, world: World): Sandbox {
  return wait > 0 ? passTime(state, state.now + wait, world).sandbox : state;
}

/** An input of the journal that the state alone carries out; taking back and beginning again are not. */
export type Played = Exclude<JournalInput, { kind: 'undo' | 'reset' }>;

/** What an input of the journal makes of a state. */
export function playInput(state: Sandbox, input: Played, world: World): Sandbox {
  return playStep(state, input, world).sandbox;
}

/** As `playInput`, with what it answers: null where nothing was asked. */
export function playStep(
  state: Sandbox,
  input: Played,
  world: World,
): { readonly sandbox: Sandbox; readonly result: LineResult | { readonly status: number } | null } {
  switch (input.kind) {
    case 'line': {
      const { line, stdin, wait } = input;
      return runStep(state, { line, stdin: stdin ?? undefined }, wait, world);
    }
    case 'request':
      return requestStep(state, input.request, input.wait, world);
    case 'wait':
      return { sandbox: waitFor(state, input.wait, world), result: null };
    default:
      return assertNever(input);
  }
}
