import { createInterface } from 'node:readline/promises';
import type { Writable } from 'node:stream';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import {
  buildCatalogue,
  buildManual,
  complete,
  promptFor,
  echoes,
  keys,
  typeLine,
  worldOf,
  type Sandbox,
} from '@/lib/engine';
import { makeSandbox } from './make-sandbox';
import { keyboardOf, screenOf, type Terminal } from './keyboard';

/** The moment at which every terminal begins: 2026-01-15 09:00 UTC, some time after the catalogue's images were made. */
const START = Date.UTC(2026, 0, 15, 9);
/** A command that took longer on the simulated clock is said to have waited. */
const LEAST_WAIT = 500;

const GREETING = `A simulated Docker host. Nothing runs on this computer, and nothing of it is read.
Tab completes, the arrow keys bring back earlier lines, reset begins anew, Ctrl-D or exit leaves.
`;

/** What the terminal is opened with. */
export interface TerminalOptions {
  readonly images: readonly string[];
  readonly seed: string;
}

/**
 * Reads lines until Ctrl-D or `exit` and shows what they print. Without a terminal (a pipe) there is no greeting and no prompt. Ends with the exit code
 * of the last command, as a shell does. @throws Problem for an image that the catalogue does not hold
 */
export async function openTerminal(
  { images, seed }: TerminalOptions,
  input: Terminal,
  output: Writable,
): Promise<number> {
  const world = worldOf(buildCatalogue(catalogueData), buildManual(manualData));
  const terminal = input.isTTY === true;
  const fresh = (): Sandbox => makeSandbox({ world, seed, now: START, images, terminal });
  let sandbox = fresh();
  let code = 0;
  const inFront = (): boolean => sandbox.session !== null;
  const keyboard = keyboardOf(input, terminal, inFront);
  const screen = screenOf(output);
  const lines = createInterface({
    input: keyboard.input,
    output: screen.output,
    terminal,
    prompt: promptFor(sandbox, world),
    completer: (line: string): [string[], string] => {
      const { candidates, word } = complete(sandbox, line, world);
      const only =
        candidates.length === 1
          ? candidates.map((text) => (/[/=:]$/.test(text) ? text : `${text} `))
          : candidates;
      return [[...only], word];
    },
  });
  const ask = (): void => {
    if (!terminal) return;
    lines.setPrompt(promptFor(sandbox, world));
    lines.prompt();
    if (!echoes(sandbox)) screen.hide();
  };
  const type = (line: string): void => {
    const run = typeLine(sandbox, line, world);
    ({ sandbox, exitCode: code } = run);
    output.write(terminal ? run.shown : run.stdout);
    if (!terminal) process.stderr.write(run.stderr);
    if (run.elapsedMs >= LEAST_WAIT) output.write(`(${waited(run.elapsedMs)} later)\n`);
  };
  const press = (key: string, seen: string): void => {
    screen.show();
    output.write(seen);
    type(key);
    ask();
  };
  lines.on('SIGINT', () => {
    // What was typed of a line is given up; readline would draw it anew.
    screen.hide();
    lines.write(null, { ctrl: true, name: 'u' });
    press(keys.interrupt, '^C\n');
  });
  keyboard.on((key) => {
    press(key, key === keys.end ? '\n' : '');
  });
  if (terminal) output.write(GREETING);
  ask();
  for await (const line of lines) {
    screen.show();
    const words = line.trim();
    const goesOn = sandbox.client.shell?.unfinished !== undefined;
    const atHost = !inFront() && !goesOn;
    if (atHost && (words === 'exit' || words === 'logout')) break;
    if (atHost && words === 'clear') output.write('\u001b[2J\u001b[H');
    else if (atHost && words === 'reset') {
      sandbox = fresh();
      code = 0;
      output.write('A new host: no containers, no volumes, the images it began with.\n');
    } else if (words !== '' || !atHost) type(line);
    ask();
  }
  if (terminal) output.write('\n');
  lines.close();
  return code;
}

/** `10 s`, `2 min`, `3 h`. */
function waited(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${seconds < 10 ? Number(seconds.toFixed(1)) : Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
