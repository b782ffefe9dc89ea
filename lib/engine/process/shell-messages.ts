import { parseErrorText, type ParseError } from '../shell/parse-error';
import type { LaunchRefusal } from './host';
import type { ShellMachine } from './process';

type Speaker = Pick<
  ShellMachine,
  'flavour' | 'name' | 'interactive' | 'typed' | 'line' | 'ordered' | 'frames'
>;

/** What a shell puts before its complaints: a script's line is told, one that is typed is not. */
export function speakerName({
  flavour,
  name,
  interactive,
  typed,
  line,
  ordered,
  frames,
}: Speaker): string {
  if (flavour === 'dash') return `${name}: ${line}`;
  if (flavour === 'ash') return name;
  if (interactive || typed) return ownName(name);
  // bash has a name of its own for the functions of a script that stands on the command line.
  const isFunction = ordered && frames.some(({ kind }) => kind === 'call');
  return `${isFunction ? 'environment' : name}: line ${line}`;
}

/** A shell at its prompt leaves its folder out. */
function ownName(name: string): string {
  return name.startsWith('/') ? name.slice(name.lastIndexOf('/') + 1) : name;
}

/** A shell's words for a script, or what an `eval` or a file holds, that it cannot read. */
export function refusalText(
  { flavour, name, interactive, typed, ordered }: Speaker,
  error: ParseError,
  reads?: 'eval' | 'file',
): string {
  const isTyped = interactive || typed === true;
  // Off a terminal every line of the learner's shell is a script of its own, whose place stands in the name.
  const place =
    reads ?? (isTyped && !name.includes(': line') ? 'prompt' : ordered ? 'command' : 'file');
  if (flavour !== 'bash' || !isTyped) return parseErrorText(error, flavour, name, place);
  return parseErrorText(error, flavour, ownName(name).replace(/: line \d+$/, ''), place);
}

/** What stands in front of the program that `exec` could not run: ash and dash name the builtin, bash only where it is no path. */
export function execPrefix({ flavour, interactive, ordered, line }: Speaker): string {
  if (flavour === 'ash')
    return interactive ? 'exec: ' : `exec: line ${ordered ? line - 1 : line}: `;
  return 'exec: ';
}

/** dash and ash name the `eval` that a program should have been run by. */
function evalPrefix({ flavour, frames, interactive, line }: Speaker): string {
  const frame = frames.findLast(({ kind }) => kind === 'trap');
  if (frame?.kind !== 'trap' || frame.reads !== 'eval') return '';
  return flavour === 'ash' && !interactive ? `eval: line ${line - 1}: ` : 'eval: ';
}

/** A shell's words for a program that cannot be run; `exec`: what stands in front of its name. */
export function cannotRun(
  speaker: Speaker,
  name: string,
  refusal: LaunchRefusal,
  exec = '',
): string {
  const lacksInterpreter = refusal === 'no interpreter';
  const reason = lacksInterpreter ? 'not found' : refusal;
  const isBash = speaker.flavour === 'bash';
  const self = `${speakerName(speaker)}${exec === '' || (isBash && name.includes('/')) ? '' : `: ${exec.slice(0, -2)}`}`;
  if (isBash && exec !== '' && !name.includes('/') && reason === 'not found')
    return `${self}: ${name}: not found`;
  if (speaker.flavour !== 'bash')
    return `${self}: ${evalPrefix(speaker)}${name}: ${reason === 'Is a directory' ? 'Permission denied' : reason}`;
  if (lacksInterpreter) return `${self}: ${name}: cannot execute: required file not found`;
  const missing = name.includes('/') ? 'No such file or directory' : 'command not found';
  return `${self}: ${name}: ${reason === 'not found' ? missing : reason}`;
}

/** A shell's words for a descriptor that is not open. */
export function badDescriptor(speaker: Speaker, target: string): string {
  const line =
    speaker.flavour === 'ash' && !speaker.interactive ? `line ${speaker.line - 1}: ` : '';
  return `${speakerName(speaker)}: ${line}${target}: Bad file descriptor`;
}

/** A shell's words for an input that is not there. */
export function cannotOpen(speaker: Speaker, target: string): string {
  const self = speakerName(speaker);
  switch (speaker.flavour) {
    case 'ash':
      return `${self}: can't open ${target}: no such file`;
    case 'dash':
      return `${self}: cannot open ${target}: No such file`;
    case 'bash':
      return `${self}: ${target}: No such file or directory`;
  }
}

/** A shell's words for an output that cannot be made; `nonexistent directory` is the reason of a missing folder. */
export function cannotCreate(speaker: Speaker, target: string, reason: string): string {
  const self = speakerName(speaker);
  const missing = reason === 'nonexistent directory';
  switch (speaker.flavour) {
    case 'ash':
      return `${self}: can't create ${target}: ${reason}`;
    case 'dash':
      return `${self}: cannot create ${target}: ${missing ? 'Directory nonexistent' : reason}`;
    case 'bash':
      return `${self}: ${target}: ${missing ? 'No such file or directory' : reason}`;
  }
}
