import { own } from '../../kernel/own';
import { behindSubshell } from './descriptors';
import type { OpenShell } from './open-shell';
import type { ShellFrame, ShellMachine } from './process';

type Traps = ShellMachine['traps'];

/** `( … )` begins: what it changes of the shell is as before when it ends, and of the handlers only what is ignored holds in it. */
export function enterSubshell({ m }: OpenShell, leave: number): void {
  const frame: ShellFrame = {
    kind: 'subshell',
    leave,
    streams: m.streams,
    variables: m.variables,
    arrays: m.arrays,
    cwd: m.cwd,
    traps: m.traps,
    umask: m.umask,
    functions: m.functions,
    positional: m.positional,
    options: m.options,
    exitOnError: m.exitOnError,
    exported: m.exported,
    modes: m.modes,
    fixed: m.fixed,
    traits: m.traits,
    aliases: m.aliases,
  };
  m.frames = [...m.frames, frame];
  m.traps = ignoredOf(m.traps);
}

function ignoredOf(traps: Traps): Traps {
  for (const signal in traps)
    if (traps[signal] !== '')
      return Object.fromEntries(Object.entries(traps).filter(([, action]) => action === ''));
  return traps;
}

/** `( … )` ends, with its own EXIT handler; everything but what it has read of its input is as before. */
export function leaveSubshell(shell: OpenShell): void {
  const { m } = shell;
  const frame = shell.popTo('subshell');
  if (frame?.kind !== 'subshell') return;
  const action = own(m.traps, 'EXIT');
  if (action !== undefined && action !== own(frame.traps, 'EXIT')) {
    const end = shell.runHandler(`${action}\nexit ${m.status}`);
    if (end.kind === 'exit') m.status = end.code;
  }
  m.variables = frame.variables;
  m.cwd = frame.cwd;
  m.traps = frame.traps;
  m.functions = frame.functions;
  m.positional = frame.positional;
  m.options = frame.options;
  m.exitOnError = frame.exitOnError;
  m.exported = frame.exported;
  m.streams = behindSubshell(frame.streams, m.streams);
  if (m.arrays !== frame.arrays) m.arrays = frame.arrays ?? {};
  if (m.umask !== frame.umask) m.umask = frame.umask ?? 0o022;
  if (m.modes !== frame.modes) m.modes = frame.modes ?? [];
  if (m.fixed !== frame.fixed) m.fixed = frame.fixed ?? [];
  if (m.traits !== frame.traits) m.traits = frame.traits ?? {};
  if (m.aliases !== frame.aliases) m.aliases = frame.aliases ?? {};
}

/** The handlers for signals that reach the shell itself, whatever subshell it is in. */
export function handlersOf({ frames, traps }: Pick<ShellMachine, 'frames' | 'traps'>): Traps {
  for (const frame of frames) if (frame.kind === 'subshell') return frame.traps;
  return traps;
}
