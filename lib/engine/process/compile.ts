import type {
  AndOrList,
  Command,
  CompoundCommand,
  Pipeline,
  Script,
  ScriptItem,
  SimpleCommand,
  Word,
} from '../shell/ast';
import { assertNever } from '../../kernel/assert-never';
import { plainText } from '../shell/plain-text';
import type { ParseError } from '../shell/parse-error';
import type { CaseArm, Instruction, Range } from './instruction';

/** Where `break` and `continue` of an enclosing loop go. */
interface Loop {
  readonly continueTo: number;
  readonly breaks: number[];
  /** How many redirections stand around it. */
  readonly redirections: number;
  /** Its frame, which goes when it is left. */
  readonly frame: 'for' | 'loop';
}

/** Compiles one script behind what is already in `code`, with the error that it runs into; ends with `halt`. Returns where it starts. */
export function compileInto(
  code: Instruction[],
  script: Script,
  error: ParseError | null = null,
): number {
  const start = code.length;
  new Compiler(code).script(script, false);
  if (error !== null) code.push({ op: 'refuse', error });
  code.push({ op: 'halt' });
  return start;
}

/** The words of a list that is one plain command; null for any other. */
function wordsOf({ first, rest }: AndOrList): string | null {
  const [command] = first.commands;
  if (rest.length > 0 || first.commands.length > 1 || command?.kind !== 'simple') return null;
  if (command.assignments.length > 0 || command.redirections.length > 0) return null;
  const words = command.words.map(plainText);
  return words.includes(null) ? null : words.join(' ');
}

class Compiler {
  private readonly loops: Loop[] = [];
  private redirections = 0;

  constructor(private readonly code: Instruction[]) {}

  /** `tested`: the status is looked at, so that `set -e` does not end the shell. */
  script(script: Script, tested: boolean): void {
    for (const item of script.items) this.item(item, tested);
  }

  private item(item: ScriptItem, tested: boolean): void {
    if (!item.background) return this.list(item.list, tested);
    const at = this.reserve();
    const jump = this.reserve();
    const start = this.code.length;
    this.list(item.list, true);
    this.code[at] = {
      op: 'background',
      range: { start, end: this.code.length },
      text: wordsOf(item.list) ?? item.text ?? null,
    };
    this.code[jump] = { op: 'jump', to: this.code.length };
  }

  private list(list: AndOrList, tested: boolean): void {
    this.pipeline(list.first, tested || list.rest.length > 0);
    list.rest.forEach(({ operator, pipeline }, index) => {
      const at = this.reserve();
      this.pipeline(pipeline, tested || index < list.rest.length - 1);
      this.code[at] = { op: 'jump-if', success: operator === '||', to: this.code.length };
    });
  }

  private pipeline(pipeline: Pipeline, tested: boolean): void {
    if (pipeline.timed) this.code.push({ op: 'clock' });
    const [only] = pipeline.commands;
    const isTested = tested || pipeline.negated;
    if (only && pipeline.commands.length === 1) this.command(only, isTested);
    else {
      const at = this.reserve();
      const stages = pipeline.commands.map((command): Range => {
        const start = this.code.length;
        this.command(command, true);
        return { start, end: this.code.length };
      });
      this.code[at] = { op: 'pipeline', stages, tested: isTested, next: this.code.length };
    }
    if (pipeline.negated) this.code.push({ op: 'negate' });
    if (pipeline.timed) this.code.push({ op: 'tell-time', posix: pipeline.timed === 'posix' });
  }

  private command(command: Command, tested: boolean): void {
    if (command.kind === 'simple') return this.simple(command, tested);
    if (command.kind === 'function') {
      const at = this.reserve();
      this.command(command.body, false);
      this.code.push({ op: 'return' });
      const { name, text } = command;
      this.code[at] = { op: 'function', name, next: this.code.length, text };
      return;
    }
    if (command.redirections.length === 0) return this.compound(command, tested);
    const at = this.reserve();
    this.redirections++;
    this.compound(command, tested);
    this.redirections--;
    this.code[at] = { op: 'redirect', redirections: command.redirections, leave: this.code.length };
    this.code.push({ op: 'restore' });
  }

  private simple(command: SimpleCommand, tested: boolean): void {
    const word = literal(command.words[0]);
    const leaves = word === 'break' || word === 'continue';
    const levels = leaves ? Number(literal(command.words[1]) ?? 1) : 0;
    const inner = levels > 0 ? this.loops.slice(-levels) : [];
    const [loop] = inner;
    if (loop) {
      let open = this.redirections;
      for (const left of inner.toReversed()) {
        for (; open > left.redirections; open--) this.code.push({ op: 'restore' });
        if (left !== loop)
          this.code.push({ op: left.frame === 'for' ? 'for-leave' : 'loop-leave' });
      }
      this.code.push({ op: 'succeed' });
      if (word === 'break' && loop.frame === 'loop') this.code.push({ op: 'loop-next' });
      if (word === 'break') loop.breaks.push(this.reserve());
      else this.code.push({ op: 'jump', to: loop.continueTo });
    } else this.code.push({ op: 'simple', command, fields: plainFields(command.words), tested });
  }

  private compound(command: CompoundCommand, tested: boolean): void {
    switch (command.kind) {
      case 'group':
        return this.script(command.body, tested);
      case 'subshell': {
        const at = this.reserve();
        this.script(command.body, tested);
        this.code[at] = { op: 'subshell', leave: this.code.length };
        this.code.push({ op: 'subshell-leave', tested });
        return;
      }
      case 'if':
        return this.conditional(command, tested);
      case 'loop':
        return this.loop(command);
      case 'for':
        return this.forLoop(command);
      case 'counting':
        return this.countingLoop(command);
      case 'case':
        return this.choice(command, tested);
      case 'condition':
        this.code.push({ op: 'condition', condition: command.condition, tested });
        return;
      case 'arithmetic':
        this.code.push({ op: 'arithmetic', expression: command.expression, tested });
        return;
      default:
        return assertNever(command);
    }
  }

  private conditional(command: CompoundCommand & { kind: 'if' }, tested: boolean): void {
    const ends: number[] = [];
    for (const branch of command.branches) {
      this.script(branch.condition, true);
      const skip = this.reserve();
      this.script(branch.body, tested);
      ends.push(this.reserve());
      this.code[skip] = { op: 'jump-if', success: false, to: this.code.length };
    }
    if (command.otherwise) this.script(command.otherwise, tested);
    else this.code.push({ op: 'succeed' });
    for (const end of ends) this.code[end] = { op: 'jump', to: this.code.length };
  }

  private loop(command: CompoundCommand & { kind: 'loop' }): void {
    this.code.push({ op: 'loop-begin' });
    const start = this.code.push({ op: 'loop-next' }) - 1;
    this.script(command.condition, true);
    const leave = this.reserve();
    this.body(command.body, start, 'loop', leave, command.until);
  }

  private forLoop(command: CompoundCommand & { kind: 'for' }): void {
    const { words, variable } = command;
    const begin = this.reserve();
    const start = this.reserve();
    const take = command.asks ? this.reserve() : start;
    this.body(command.body, start, 'for', null, false);
    const end = this.code.length - 1;
    const shown = command.text === undefined ? {} : { text: command.text };
    this.code[begin] = { op: 'for-begin', words, variable, exit: end + 1 };
    if (take === start) this.code[start] = { op: 'for-next', variable, exit: end, ...shown };
    else {
      this.code[start] = { op: 'select-ask', exit: end };
      this.code[take] = { op: 'select-take', variable, exit: end, again: start };
    }
  }

  /** `for ((begin; test; step))`; a test that is not there is true. */
  private countingLoop(command: CompoundCommand & { kind: 'counting' }): void {
    const { begin, test, step } = command;
    const calculate = (expression: Word): void => {
      if (expression.parts.length > 0)
        this.code.push({ op: 'arithmetic', expression, tested: true });
    };
    calculate(begin);
    this.code.push({ op: 'loop-begin' });
    const jump = this.reserve();
    const start = this.code.push({ op: 'loop-next' }) - 1;
    calculate(step);
    this.code[jump] = { op: 'jump', to: this.code.length };
    calculate(test);
    this.body(command.body, start, 'loop', test.parts.length > 0 ? this.reserve() : null, false);
  }

  /** What a loop does again and again, from `start` on; `leave` is the place at which it ends, once its condition is `success`. */
  private body(
    body: Script,
    start: number,
    frame: Loop['frame'],
    leave: number | null,
    success: boolean,
  ): void {
    const loop: Loop = { continueTo: start, breaks: [], redirections: this.redirections, frame };
    this.loops.push(loop);
    this.script(body, false);
    this.loops.pop();
    this.code.push({ op: 'jump', to: start });
    const end = this.code.length;
    if (leave !== null) this.code[leave] = { op: 'jump-if', success, to: end };
    this.code.push({ op: frame === 'for' ? 'for-leave' : 'loop-leave' });
    for (const at of loop.breaks) this.code[at] = { op: 'jump', to: end };
  }

  private choice(command: CompoundCommand & { kind: 'case' }, tested: boolean): void {
    const at = this.reserve();
    const arms: CaseArm[] = [];
    const ends: number[] = [];
    const { subject } = command;
    const again: (readonly [place: number, next: number])[] = [];
    for (const [index, arm] of command.arms.entries()) {
      arms.push({ patterns: arm.patterns, to: this.code.length });
      this.script(arm.body, tested);
      const end = this.reserve();
      if (arm.then === ';;') ends.push(end);
      else if (arm.then === ';&') this.code[end] = { op: 'jump', to: end + 1 };
      else again.push([end, index + 1]);
    }
    const otherwise = this.code.length;
    const shown = command.text === undefined ? {} : { text: command.text };
    this.code[at] = { op: 'case', subject, arms, otherwise, ...shown };
    for (const [place, next] of again)
      this.code[place] = { op: 'case', subject, arms: arms.slice(next), otherwise };
    for (const end of ends) this.code[end] = { op: 'jump', to: otherwise };
  }

  /** A place to be filled when its target is known. */
  private reserve(): number {
    return this.code.push({ op: 'halt' }) - 1;
  }
}

function plainFields(words: readonly Word[]): readonly string[] | null {
  const fields: string[] = [];
  for (const word of words) {
    const text = plainText(word);
    if (text === null) return null;
    fields.push(text);
  }
  return fields;
}

function literal(word: Word | undefined): string | null {
  const [part] = word?.parts ?? [];
  return word?.parts.length === 1 && part?.kind === 'text' ? part.text : null;
}
