import { assertNever } from '../../kernel/assert-never';
import { own } from '../../kernel/own';
import { withAliases } from '../shell/parse';
import { hasHereDocument, isUnfinished } from '../shell/unfinished';
import { accountOf } from './account';
import { readingOf, readTyped } from './builtin-read';
import { codeOf } from './code';
import { feed } from './feed';
import type { ProcessHost, Step } from './host';
import type { Activity, ShellMachine } from './process';
import { Shell } from './shell';
import { refusalText } from './shell-messages';

/** The shell that waits for a line, however many shells stand around it; null when none does. */
export function promptOf(activity: Activity): ShellMachine | null {
  if (activity.kind === 'prompt') return activity.machine;
  return activity.kind === 'shell' && activity.machine.child
    ? promptOf(activity.machine.child)
    : null;
}

/** The program that reads what is typed, however many shells stand around it; null when none does. */
function readerOf(activity: Activity): Extract<Activity, { readonly kind: 'reading' }> | null {
  if (activity.kind === 'reading') return activity.order === undefined ? null : activity;
  return activity.kind === 'shell' && activity.machine.child
    ? readerOf(activity.machine.child)
    : null;
}

/** Does a line that is typed now reach somebody: a shell that asks for one, or a program that reads? */
export function takesLines(activity: Activity): boolean {
  return promptOf(activity) !== null || readerOf(activity) !== null;
}

/** What is typed into a process: a line, Ctrl-D, or Ctrl-C. */
export type Typed =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'interrupt' };

/** What is typed and is no line: Ctrl-C, Ctrl-D, and Ctrl-P Ctrl-Q, which leaves a container to itself. */
export const keys = {
  interrupt: '\u0003',
  end: '\u0004',
  detach: '\u0010\u0011',
} as const;

const KEYS: Readonly<Record<string, Typed>> = {
  [keys.interrupt]: { kind: 'interrupt' },
  [keys.end]: { kind: 'end' },
};

/** What a line means that the terminal hands on. */
export function typedBy(line: string): Typed {
  return own(KEYS, line) ?? { kind: 'line', text: line };
}

/**
 * Gives what is typed to the innermost shell that waits or program that reads, or interrupts the program that runs in front of it. `tty`: the program
 * has a terminal.
 */
export function typeInto(activity: Activity, typed: Typed, host: ProcessHost, tty: boolean): Step {
  if (activity.kind === 'prompt') {
    const step = atPrompt(activity.machine, typed, host);
    // bash says goodbye when it is left by hand.
    if (step.kind === 'exit' && activity.machine.flavour === 'bash') host.write('stderr', 'exit\n');
    return step;
  }
  if (activity.kind === 'reading' && typed.kind !== 'interrupt')
    return feed(activity, typed, host, tty);
  if (activity.kind !== 'shell') return interrupted(activity, typed);
  const { machine } = activity;
  if (
    machine.interactive &&
    typed.kind === 'interrupt' &&
    !(machine.child && promptOf(machine.child))
  )
    return {
      kind: 'blocked',
      activity: { kind: 'prompt', machine: { ...atRest(machine), status: 130 } },
    };
  if (!machine.child) return interrupted(activity, typed);
  const reading = typed.kind === 'interrupt' ? null : readingOf(machine);
  if (reading !== null && typed.kind !== 'interrupt') {
    const shell = new Shell(machine, host);
    readTyped(shell, reading, typed.kind === 'line' ? `${typed.text}\n` : '');
    return shell.run();
  }
  const step = typeInto(machine.child, typed, host, tty);
  if (step.kind === 'blocked')
    return {
      kind: 'blocked',
      activity: { kind: 'shell', machine: { ...machine, child: step.activity } },
    };
  // The program in front has ended: the shell goes on behind it.
  const over = { kind: 'sleeping', until: host.now, code: step.code } as const;
  return new Shell({ ...machine, child: over }, host).run();
}

function interrupted(activity: Activity, typed: Typed): Step {
  return typed.kind === 'interrupt' ? { kind: 'exit', code: 130 } : { kind: 'blocked', activity };
}

function atRest({ unfinished: _, ...machine }: ShellMachine): ShellMachine {
  return { ...machine, child: null, childOf: null, frames: [], waiting: null, resumeAt: null };
}

/** What a waiting shell does with a line or a key; a line that goes on in the next one is kept. */
export function atPrompt(machine: ShellMachine, typed: Typed, host: ProcessHost): Step {
  switch (typed.kind) {
    case 'end':
      return machine.unfinished === undefined
        ? { kind: 'exit', code: machine.status }
        : runTyped(atRest(machine), machine.unfinished, host);
    case 'interrupt':
      return {
        kind: 'blocked',
        activity: { kind: 'prompt', machine: { ...atRest(machine), status: 130 } },
      };
    case 'line': {
      const { unfinished } = machine;
      const text = unfinished === undefined ? typed.text : `${unfinished}\n${typed.text}`;
      if (mayGoOn(machine, text) && isUnfinished(text, machine.flavour))
        return {
          kind: 'blocked',
          activity: { kind: 'prompt', machine: { ...machine, unfinished: text } },
        };
      return runTyped(machine, text, host);
    }
    default:
      return assertNever(typed);
  }
}

/** Most lines are whole, which is told without reading them twice. */
function mayGoOn({ flavour }: ShellMachine, text: string): boolean {
  return text.endsWith('\\') || hasHereDocument(text) || codeOf([text], flavour).problem !== null;
}

/** Runs one line in a shell that has its variables, its folder and its functions from the lines before. */
export function runTyped(machine: ShellMachine, typed: string, host: ProcessHost): Step {
  const { aliases, flavour } = machine;
  const line = aliases ? withAliases(typed, flavour, new Map(Object.entries(aliases))) : typed;
  const keeps = Object.keys(machine.functions).length > 0;
  const sources = keeps ? [...machine.sources, line] : [line];
  const code = codeOf(sources, flavour);
  if (code.problem !== null) {
    host.write('stderr', `${refusalText(machine, code.problem)}\n`);
    const refused = { ...atRest(machine), status: 2 };
    return { kind: 'blocked', activity: { kind: 'prompt', machine: refused } };
  }
  const at = code.starts.at(-1) ?? 0;
  return new Shell({ ...atRest(machine), sources, at }, host).run();
}

/** What a shell writes before it waits for a line: `root@5a40c9754984:/# ` of bash, `/ # ` of busybox, `# ` of dash; `> ` before one that goes on. */
export function promptText(
  machine: ShellMachine,
  host: Pick<ProcessHost, 'files' | 'hostname'>,
): string {
  if (machine.unfinished !== undefined) return machine.variables['PS2'] ?? '> ';
  const { name, uid } = accountOf(host.files, machine.user);
  const sign = uid === 0 ? '#' : '$';
  const home = machine.variables['HOME'] ?? '';
  const folder =
    home !== '' && home !== '/' && (machine.cwd === home || machine.cwd.startsWith(`${home}/`))
      ? `~${machine.cwd.slice(home.length)}`
      : machine.cwd;
  switch (machine.flavour) {
    case 'bash':
      return `${name === '' ? 'I have no name!' : name}@${host.hostname}:${folder}${sign} `;
    case 'ash':
      return `${folder} ${sign} `;
    case 'dash':
      return `${sign} `;
  }
}
