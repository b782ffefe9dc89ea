import { own } from '../../kernel/own';
import 'server-only';
import { humanSize } from '@/lib/engine';

/** Messages, and how long before them nothing comes, in milliseconds. */
export interface PacedMessages {
  readonly pause: number;
  readonly messages: readonly unknown[];
}

interface Progress {
  readonly id: string;
  readonly status: string;
}

/** What is told while a layer is on its way, by what is told when it has arrived, and how many bytes go in a millisecond. */
const TRANSFERS: Readonly<Record<string, { readonly verb: string; readonly speed: number }>> = {
  'Verifying Checksum': { verb: 'Downloading', speed: 60_000 },
  'Pull complete': { verb: 'Extracting', speed: 120_000 },
  Pushed: { verb: 'Pushing', speed: 80_000 },
};
/** How long it takes before the first byte of a layer comes, in milliseconds. */
const LATENCY = 120;
/** All layers of a transfer together take at most so long, in milliseconds. */
const LONGEST = 3_000;
/** How often the engine tells of a layer on its way, in milliseconds (moby pkg/progress). */
const INTERVAL = 100;
/** Layers that are on their way at the same time (moby daemon/config DefaultMaxConcurrentDownloads). */
const AT_ONCE = 3;

/** A message about a layer; null for any other. The one that names a repository has an id too, the tag. */
export function progressOf(message: unknown): Progress | null {
  const { id, status } = message as { readonly id?: unknown; readonly status?: unknown };
  if (typeof id !== 'string' || typeof status !== 'string') return null;
  return status.startsWith('Pulling from ') ? null : { id, status };
}

/** A message as the engine writes it: one about a layer says how far it has come, also where that is nothing (moby pkg/streamformatter). */
export function wireMessage(message: unknown): unknown {
  const progress = progressOf(message);
  if (progress === null || 'progressDetail' in (message as object)) return message;
  return { status: progress.status, progressDetail: {}, id: progress.id };
}

/**
 * The messages of a transfer as they come in time: what is on its way is told again and again, as much longer as there is more of it, a few seconds in all.
 * `sizes`: bytes of a layer by its id. Nothing but progress is added, which the command line shows at a terminal only.
 */
export function paceTransfer(
  messages: readonly unknown[],
  sizes: ReadonlyMap<string, number>,
): readonly PacedMessages[] {
  const phases = messages.map((message) => phaseOf(message, sizes));
  const total = phases.reduce((sum, phase) => sum + (phase?.time ?? 0), 0);
  const scale = Math.min(1, LONGEST / total);
  const paced: PacedMessages[] = [];
  messages.forEach((message, index) => {
    const phase = phases[index];
    if (phase) {
      const same = phases.slice(index).filter((each) => each?.verb === phase.verb);
      const single = phase.verb === 'Extracting';
      const isFirst = single || !phases.slice(0, index).some((each) => each?.verb === phase.verb);
      const ways = same.slice(0, single ? 1 : AT_ONCE) as readonly Phase[];
      paced.push(...phaseSteps(ways, phase.time * scale, isFirst));
    }
    const last = paced.at(-1);
    if (last && !phase) paced[paced.length - 1] = add(last, wireMessage(message));
    else paced.push({ pause: 0, messages: [wireMessage(message)] });
  });
  return paced;
}

/** How long a step of a build takes beside the time of its processes, and all of them together, in milliseconds. */
const STEP = 80;
const STEPS = 1_500;

/** The messages of a build as they come in time; `moments`: when each was told, from `begin` on, in milliseconds. A pull among them takes its time too. */
export function paceBuild(
  messages: readonly unknown[],
  { moments, begin }: { readonly moments: readonly number[]; readonly begin: number },
  sizes: ReadonlyMap<string, number>,
): readonly PacedMessages[] {
  const isStep = (message: unknown): boolean =>
    String((message as { readonly stream?: unknown }).stream).startsWith('Step ');
  const step = Math.min(STEP, STEPS / Math.max(1, messages.filter(isStep).length));
  const paced: PacedMessages[] = [];
  let at = begin;
  let layers: unknown[] = [];
  messages.forEach((message, index) => {
    if (progressOf(message) !== null) {
      layers.push(message);
      return;
    }
    paced.push(...paceTransfer(layers, sizes));
    layers = [];
    const told = Math.max(at, moments[index] ?? at);
    paced.push({ pause: told - at + (isStep(message) ? step : 0), messages: [message] });
    at = told;
  });
  return [...paced, ...paceTransfer(layers, sizes)];
}

const add = ({ pause, messages }: PacedMessages, message: unknown): PacedMessages => ({
  pause,
  messages: [...messages, message],
});

/** A layer on its way, until its message says that it has arrived. */
interface Phase {
  readonly id: string;
  readonly verb: string;
  readonly bytes: number;
  readonly time: number;
}

function phaseOf(message: unknown, sizes: ReadonlyMap<string, number>): Phase | null {
  const progress = progressOf(message);
  const transfer = progress && own(TRANSFERS, progress.status);
  if (!progress || !transfer) return null;
  const bytes = sizes.get(progress.id) ?? 0;
  const { verb, speed } = transfer;
  return { id: progress.id, verb, bytes, time: LATENCY + bytes / speed };
}

/**
 * What is told until the first of some layers has arrived; the others have come a part of the way by then, and before the first of all nothing has.
 */
function phaseSteps(
  ways: readonly Phase[],
  time: number,
  isFirst: boolean,
): readonly PacedMessages[] {
  const steps = Math.max(1, Math.round(time / INTERVAL));
  return Array.from({ length: steps }, (_, step) => ({
    pause: time / steps,
    messages: ways.map((way, at) => {
      const before = isFirst ? 0 : Math.max(0, 1 - (at + 1) / AT_ONCE);
      const share = before + (1 - at / AT_ONCE - before) * ((step + 1) / steps);
      return barMessage(way, Math.round(way.bytes * Math.min(1, share)));
    }),
  }));
}

function barMessage({ id, verb, bytes }: Phase, current: number): unknown {
  if (bytes === 0) return { status: verb, progressDetail: {}, id };
  const detail = { current, total: bytes };
  return { status: verb, progressDetail: detail, progress: bar(current, bytes), id };
}

/** The text beside the numbers, for clients that do not draw themselves (moby pkg/jsonmessage JSONProgress.String). */
function bar(current: number, total: number): string {
  const done = Math.min(50, Math.floor(Math.floor((current / total) * 100) / 2));
  const box = `[${'='.repeat(done)}>${' '.repeat(50 - done)}]`;
  return `${box} ${humanSize(current).padStart(8)}/${humanSize(total)}`;
}
