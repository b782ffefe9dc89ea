import type { LayerFiles } from './filesystem';
import type { Sandbox } from './state';

/**
 * How much one simulated host may hold and one command may do, so that no input hangs a browser or fills a database. What a language may nest or
 * repeat (templates, shell words, patterns, Dockerfiles) is bounded where it is read. Docker has none of these limits: the words are our own.
 */
export const limits = {
  /** Entries of a sandbox. */
  containers: 2_000,
  images: 1_000,
  layers: 2_000,
  volumes: 1_000,
  networks: 500,
  /** Prepared `exec`s; the oldest that has ended is no longer needed. */
  execs: 20_000,
  /** Characters in all files that were written, in layers, volumes and the home folder. */
  characters: 16_000_000,
  /** Processes of one container. */
  processes: 1_000,
  /** Pieces and characters of output that one command may cause. */
  outputPieces: 50_000,
  outputCharacters: 4_000_000,
  /** Bytes and entries of a tar that comes in at the HTTP door, and its bytes without the zeros that files end with. */
  tarBytes: 4_000_000_000,
  tarHeld: 32_000_000,
  tarEntries: 20_000,
  /** Bytes of any other body that comes in there, and of what is typed into a stream before its end. */
  bodyBytes: 2_000_000,
  /** Characters of a command line and its input. */
  line: 1_000_000,
  /** Moments of the simulated clock that one command may run through. */
  moments: 20_000,
  /** How often a shell that never waits may be given more time during one command (2,000 instructions each). */
  slices: 100,
  /** How many programs one command may start, those that they start themselves among them, and how many more with every moment that passes. */
  programs: 10_000,
  programsAMoment: 10,
  /** The simulated clock ends here: 2100-01-01, in milliseconds since the epoch. */
  latest: 4_102_444_800_000,
} as const;

/** The words for a container with as many processes as it may hold. */
export const FULL = `the simulated host is full: a container holds at most ${limits.processes} processes`;

/** What one command has used up. */
export interface Spent {
  moments: number;
  slices: number;
  programs: number;
  outputCharacters: number;
  /** The words of the first limit that was met; what the command would do after that does not happen. */
  over: string | null;
}

export function nothingSpent(): Spent {
  return { moments: 0, slices: 0, programs: 0, outputCharacters: 0, over: null };
}

/** A shell has used a share of time without waiting for anything. */
export function spendSlice(spent: Spent): void {
  spent.slices++;
  if (spent.slices > limits.slices)
    spent.over ??= `the simulated host stops here: a command that never waits is given time ${limits.slices} times`;
}

/** A program is started; false when the command has started too many, and it is not. */
export function spendProgram(spent: Spent): boolean {
  spent.programs++;
  return spent.programs <= limits.programs + limits.programsAMoment * spent.moments;
}

/** Why a state is too big, when it has grown out of another; null when it is not. */
export function tooMany(before: Sandbox, after: Sandbox): string | null {
  if (after === before) return null;
  return (
    beyond('containers', before.containers.size, after.containers.size) ??
    beyond('images', before.images.size, after.images.size) ??
    beyond('layers', before.layers.size, after.layers.size) ??
    beyond('volumes', before.volumes.size, after.volumes.size) ??
    beyond('networks', before.networks.size, after.networks.size) ??
    beyond('execs', before.execs.size, after.execs.size)
  );
}

function beyond(
  name: 'containers' | 'images' | 'layers' | 'volumes' | 'networks' | 'execs',
  before: number,
  after: number,
): string | null {
  return after > before && after > limits[name]
    ? `the simulated host is full: it holds at most ${limits[name]} ${name}`
    : null;
}

/** As `tooMany`, for what is written in files. */
export function tooMuchWritten(before: Sandbox, after: Sandbox): string | null {
  const { writable, volumes, layers, client } = after;
  if (
    writable === before.writable &&
    volumes === before.volumes &&
    layers === before.layers &&
    client.files === before.client.files
  )
    return null;
  let written = charactersIn(client.files);
  for (const files of writable.values()) written += charactersIn(files);
  for (const { files } of volumes.values()) written += charactersIn(files);
  for (const { files } of layers.values()) written += charactersIn(files);
  return written > limits.characters
    ? `the simulated disk is full: files hold at most ${limits.characters} characters`
    : null;
}

const sizes = new WeakMap<LayerFiles, number>();

function charactersIn(files: LayerFiles): number {
  const known = sizes.get(files);
  if (known !== undefined) return known;
  let characters = 0;
  for (const path in files) {
    const change = files[path];
    characters += path.length + (change?.kind === 'text' ? change.text.length : 0);
  }
  sizes.set(files, characters);
  return characters;
}
