import { ok, type Result } from '../../kernel/result';
import { own } from '../../kernel/own';
import type { Script, Word } from '../shell/ast';
import { BraceOverflow, expandBraces } from '../shell/brace-expansion';
import {
  expandArithmetic,
  expandKey,
  expandPattern,
  expandText,
  expandWord,
  type ExpansionError,
} from '../shell/expand';
import type { Elements, ExpansionContext } from '../shell/expansion-context';
import type { ShellFlavour } from '../shell/flavour';
import { accountOf, userId } from './account';
import { CapturedHost } from './captured-host';
import { codeWith } from './code';
import { othersWithin } from './descriptors';
import { matchingPaths } from './matching-paths';
import { DEEPEST_SHELL, type OpenShell } from './open-shell';
import type { ShellMachine } from './process';
import { CommandFailure } from './shell-end';
import { arrayOf, setElement } from './shell-arrays';
import { shellLevel } from './shell-environment';
import { speakerName } from './shell-messages';
import { ownArray, ownVariable } from './shell-variables';
import { lettersOf } from './option-letters';

/** An expansion fails when it has grown too long: that has taken time. */
const FAILURE = 500;

/** How many words braces may become. */
const MOST_WORDS = 20_000;

/** So many texts of such a length are never too long. */
const SHORT = 400;

/** Is a word nothing but `"$@"`? Its fields are the positional parameters as they are. */
function isAllPositional({ parts }: Word): boolean {
  const [part] = parts;
  if (parts.length !== 1 || part?.kind !== 'parameter') return false;
  return part.name === '@' && part.quoted && part.operation === null;
}

/** May texts be taken as they are, because no expansion can have grown too long? */
function isShort(texts: readonly string[]): boolean {
  if (texts.length > SHORT) return false;
  for (const text of texts) if (text.length > SHORT) return false;
  return true;
}

/** The words of a shell: what its variables, its files and its commands make of them. */
export class ShellWords implements ExpansionContext {
  /** How much time long texts have taken, in instructions. */
  spent = 0;
  /** What the last command that was substituted ended with. */
  substituted = 0;

  constructor(private readonly shell: OpenShell) {}

  /** The fields that words become. */
  fields(words: readonly Word[]): string[] {
    const fields: string[] = [];
    for (const word of words)
      for (const one of word.braces ? this.braced(word) : [word])
        for (const field of this.fieldsOf(one)) {
          this.spent += field.length >> 6;
          fields.push(field);
        }
    this.spent += fields.length >> 4;
    return fields;
  }

  /** The words of `{a,b}`; where they are too many, it stays as it is. */
  private braced(word: Word): readonly Word[] {
    try {
      return expandBraces(word, MOST_WORDS);
    } catch (overflow) {
      if (!(overflow instanceof BraceOverflow)) throw overflow;
      const { m } = this.shell;
      const why = `brace expansion: failed to allocate memory for ${overflow.count} elements`;
      this.shell.write(m.streams.stderr, `${speakerName(m)}: ${why}\n`);
      return [{ parts: word.parts }];
    }
  }

  private fieldsOf(word: Word): readonly string[] {
    const { positional } = this.shell.m;
    return isAllPositional(word) && isShort(positional)
      ? positional.slice(1)
      : this.expanded(expandWord(word, this));
  }

  /** Takes account of the time that texts take. */
  spend(texts: readonly string[]): void {
    for (const text of texts) this.spent += text.length >> 6;
  }

  readonly text = (word: Word): string => {
    const text = this.expanded(expandText(word, this));
    this.spent += text.length >> 6;
    return text;
  };

  /** The value of an arithmetic expression. */
  number(word: Word): number {
    return Number(this.expanded(expandArithmetic(word, this)));
  }

  /** As `number`, for `(( … ))`: an error is told and is no end; null then. */
  calculated(word: Word): bigint | null {
    const result = expandArithmetic(word, this);
    if (result.ok) return result.value;
    const { m } = this.shell;
    this.shell.write(m.streams.stderr, `${speakerName(m)}: ((: ${result.error.text}\n`);
    return null;
  }

  /** The key of `name[subscript]`. */
  key(name: string, subscript: Word): string {
    return this.expanded(expandKey(name, subscript, this));
  }

  pattern(word: Word): string {
    return this.expanded(expandPattern(word, this));
  }

  /** What an expansion gave; its error ends the shell, or the subshell, as POSIX has it for a script. */
  private expanded<T>(result: Result<T, ExpansionError>): T {
    if (result.ok) return result.value;
    this.spent += FAILURE;
    const { m } = this.shell;
    const { text, isUnset } = result.error;
    this.shell.write(m.streams.stderr, `${speakerName(m)}: ${text}\n`);
    if (m.interactive) throw new CommandFailure(1);
    const inside = m.frames.some(({ kind }) => kind === 'subshell');
    const isOwn = isUnset && !inside && !m.exitOnError;
    const code = m.flavour === 'bash' ? (isOwn ? 127 : 1) : 2;
    this.shell.exit(code);
    throw new CommandFailure(code);
  }

  get refuseUnset(): boolean {
    return this.shell.m.options.includes('u');
  }

  get dropsPatterns(): boolean {
    return this.shell.m.modes?.includes('nullglob') ?? false;
  }

  get flavour(): ShellFlavour {
    return this.shell.m.flavour;
  }

  array(name: string): Elements | undefined {
    return arrayOf(this.shell.m, name) ?? ownArray(this.shell.m, name);
  }

  names(): readonly string[] {
    const { variables, arrays = {} } = this.shell.m;
    return [...Object.keys(variables), ...Object.keys(arrays)].sort();
  }

  get positional(): readonly string[] {
    return this.shell.m.positional.slice(1);
  }

  parameter(name: string): string | undefined {
    const { m } = this.shell;
    switch (name) {
      case '?':
        return String(m.status);
      case '$':
        return String(m.shellPid ?? m.pid);
      case '!':
        return m.jobs.length > 0 ? String(m.jobs.at(-1)?.pid) : '';
      case '#':
        return String(Math.max(0, m.positional.length - 1));
      case '-':
        return lettersOf(m);
      case '0':
        return m.positional[0] ?? m.name;
      case 'FUNCNAME': {
        const call = m.frames.findLast(({ kind }) => kind === 'call');
        return call?.kind === 'call' && m.flavour !== 'dash' ? call.name : undefined;
      }
      case 'LINENO':
        return m.flavour === 'dash' ? '' : String(m.line - (m.flavour === 'ash' ? 1 : 0));
      case 'PWD':
        return m.cwd;
      case 'SHLVL':
        return shellLevel(m.flavour, m.variables);
      default:
        if (/^\d+$/.test(name)) return m.positional[Number(name)];
        return (
          own(m.variables, name) ?? this.array(name)?.items['0'] ?? ownVariable(this.shell, name)
        );
    }
  }

  assign(name: string, value: string, key?: string): void {
    if (key === undefined) this.shell.setVariable(name, value);
    else setElement(this.shell, name, key, value);
  }

  /** `<(…)` is run to its end before the command that reads it. */
  fileOf(script: Script): string {
    const { output } = this.substitution(script);
    const { m, pipes } = this.shell;
    const path = `/dev/fd/${m.flavour === 'bash' ? 63 - pipes.size : 64 + pipes.size}`;
    pipes.set(path, output);
    return path;
  }

  command(script: Script): Result<string, string> {
    const captured = this.substitution(script);
    this.shell.m.status = captured.status;
    this.substituted = captured.status;
    return ok(captured.output);
  }

  glob(pattern: string): readonly string[] {
    const { m, host } = this.shell;
    if (m.options.includes('f')) return [];
    const found = matchingPaths(host.files, m.cwd, pattern, m.modes?.includes('dotglob') ?? false);
    this.spent += found.length >> 4;
    return found;
  }

  homeOf(user: string): string | undefined {
    const { files } = this.shell.host;
    return userId(files, user) === null ? undefined : accountOf(files, user).home;
  }

  /** Only dash hands `set -e` on to what is substituted; bash where it is told to. */
  private get keepsErrexit(): boolean {
    const { flavour, modes } = this.shell.m;
    return flavour === 'dash' || modes?.includes('inherit_errexit') === true;
  }

  private substitution(script: Script): { readonly output: string; readonly status: number } {
    const { shell } = this;
    if (shell.depth > DEEPEST_SHELL) return { output: '', status: 1 };
    const { m } = shell;
    let output = '';
    const inner = new CapturedHost(shell.host, (stream, text) => {
      if (stream === 'stdout') output += text;
      else shell.write(m.streams.stderr, text);
    });
    const { code, start } = codeWith(shell.code, script);
    const machine: ShellMachine = {
      ...m,
      at: start,
      end: null,
      frames: [],
      jobs: [],
      traps: {},
      exitOnError: m.exitOnError && this.keepsErrexit,
      ...(m.options.includes('x') ? { level: (m.level ?? 0) + 1 } : {}),
      streams: {
        stdout: { kind: 'stdout' },
        stderr: { kind: 'stderr' },
        stdin: m.streams.stdin,
        ...othersWithin(m.streams),
      },
    };
    const step = shell.runInner(machine, inner, code);
    return { output, status: step.kind === 'exit' ? step.code : 0 };
  }
}
