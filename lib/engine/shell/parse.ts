import { err, ok, type Result } from '../../kernel/result';
import type { AndOrList, Command, Pipeline, Script, ScriptItem, WordPart } from './ast';
import type { ShellFlavour } from './flavour';
import { ParseFailure } from './token';
import { NAME, readCompound } from './parse-compound';
import { AliasCursor, type Aliases } from './parse-alias';
import type { ParseError } from './parse-error';
import { ERRORS_TOO, isRedirection } from './parse-redirection';
import { readSimple } from './parse-simple';

/**
 * The grammar of a shell script (POSIX.1-2017, Shell Command Language, 2.10), for the host's shell and the containers'.
 *
 *   script    { list ( ";" | "&" | newline ) }
 *   list      pipeline { ( "&&" | "||" ) pipeline }
 *   pipeline  { "!" | "time" } command { "|" command }
 *   command   simple | compound { redirection } | name "()" command | "function" name [ "()" ] compound
 *   compound  "(" script ")" | "{" script "}" | if | while | until | for | case | "((" … "))" | "[[" … "]]"
 *   simple    { name=word | redirection } { word | redirection }
 *
 * One function a rule; they share the cursor.
 */

/** What stands in whole lines in front of an error has been run by the time that a shell comes to it. */
export interface ParseFault {
  readonly error: ParseError;
  readonly before: Script;
}

/** Parses a whole script as a shell does. An empty one, or comments only, is a script without items. */
export function parseScript(text: string, flavour: ShellFlavour): Result<Script, ParseFault> {
  const parser = new Parser(text, flavour, 0);
  try {
    return ok(parser.whole());
  } catch (failure) {
    if (!(failure instanceof ParseFailure)) throw failure;
    return err({ error: failure.reason, before: parser.before });
  }
}

/** The command that a text holds, with its words as they are written; null where it holds none. */
export function parseShown(text: string, flavour: ShellFlavour): Command | null {
  const parser = new Parser(text, flavour, 0);
  parser.keeps = true;
  try {
    return parser.whole().items[0]?.list.first.commands[0] ?? null;
  } catch (failure) {
    if (!(failure instanceof ParseFailure)) throw failure;
    return null;
  }
}

/** A text with the aliases of a shell in their places. */
export function withAliases(text: string, flavour: ShellFlavour, aliases: Aliases): string {
  const parser = new Parser(text, flavour, 0, aliases);
  try {
    parser.whole();
  } catch (failure) {
    if (!(failure instanceof ParseFailure)) throw failure;
  }
  return parser.text;
}

class Parser extends AliasCursor {
  private readonly items: ScriptItem[] = [];
  private wholeLines = 0;

  whole(): Script {
    const script = this.scriptOf(this.items, () => {
      this.learnAliases(this.items.slice(this.wholeLines));
      this.wholeLines = this.items.length;
    });
    if (this.peek().kind !== 'end') this.unexpected(null);
    return script;
  }

  /** The commands of the lines that are behind it. */
  get before(): Script {
    return { kind: 'script', items: this.items.slice(0, this.wholeLines) };
  }

  protected parseNested(): Script {
    const { assignable } = this;
    this.assignable = true;
    const script = this.nested(() => {
      const inner = this.script();
      if (this.peek().kind === 'end')
        this.fail({ kind: 'end-of-file', expecting: ')', matching: true });
      this.expectOperator(')');
      return inner;
    });
    this.assignable = assignable;
    return script;
  }

  protected parseSeparate(text: string): Script {
    return this.nested(() => new Parser(text, this.flavour, this.depth).whole());
  }

  protected separateParts(text: string, escapesQuote: boolean): WordPart[] {
    return new Parser(text, this.flavour, this.depth).wholeQuoted(escapesQuote);
  }

  script(): Script {
    return this.scriptOf([], () => undefined);
  }

  /** `lineEnds` is called where a line ends between two commands. */
  private scriptOf(items: ScriptItem[], lineEnds: () => void): Script {
    for (;;) {
      if (this.peek().kind === 'newline') lineEnds();
      this.skipNewlines();
      if (!this.startsCommand()) return { kind: 'script', items };
      const { start } = this.peek();
      const list = this.list();
      const background = this.isOperator('&');
      items.push(
        background
          ? { list, background, text: this.text.slice(start, this.behind) }
          : { list, background },
      );
      if (background || this.isOperator(';')) this.take();
      else if (this.peek().kind !== 'newline') return { kind: 'script', items };
    }
  }

  private startsCommand(): boolean {
    const token = this.peek();
    switch (token.kind) {
      case 'word':
        return !this.isReserved('}', 'do', 'done', 'elif', 'else', 'esac', 'fi', 'in', 'then');
      case 'number':
        return true;
      case 'operator':
        return token.text === '(' || isRedirection(token.text);
      default:
        return false;
    }
  }

  private list(): AndOrList {
    const first = this.pipeline();
    const rest: { operator: '&&' | '||'; pipeline: Pipeline }[] = [];
    while (this.isOperator('&&', '||')) {
      const operator = this.isOperator('&&') ? '&&' : '||';
      this.take();
      this.skipNewlines();
      rest.push({ operator, pipeline: this.pipeline() });
    }
    return { first, rest };
  }

  private pipeline(): Pipeline {
    let negated = false;
    let timed: 'own' | 'posix' | null = null;
    for (let first = true; this.isReserved('!', 'time'); first = false) {
      const isTime = this.isReserved('time');
      if (!first && this.flavour !== 'bash') this.unexpected(null);
      this.take();
      if (!isTime) negated = !negated;
      else timed = this.takePosix() ? 'posix' : 'own';
    }
    const isBare = (negated || timed !== null) && this.flavour === 'bash' && this.endsHere();
    let command = isBare ? this.nothing() : this.command();
    const commands: Command[] = [];
    while (this.isOperator('|', '|&')) {
      commands.push(this.isOperator('|&') ? withErrors(command) : command);
      this.take();
      this.skipNewlines();
      command = this.command();
    }
    commands.push(command);
    return timed === null ? { negated, commands } : { negated, commands, timed };
  }

  /** The `-p` of `time -p`. */
  private takePosix(): boolean {
    const token = this.peek();
    const isPosix = token.kind === 'word' && token.bare === '-p';
    if (isPosix) this.take();
    return isPosix;
  }

  private endsHere(): boolean {
    const { kind } = this.peek();
    return kind === 'end' || kind === 'newline' || this.isOperator(';', '&', '&&', '||', ')');
  }

  private nothing(): Command {
    const line = this.lineAt(this.peek().start);
    return { kind: 'simple', line, text: '', assignments: [], words: [], redirections: [] };
  }

  private command(): Command {
    if (!this.startsCommand()) this.unexpected(null);
    if (this.isReserved('function')) return this.keywordFunction();
    const compound = this.nested(() => readCompound(this));
    if (compound !== null) return compound;
    this.expandAlias();
    const token = this.peek();
    const simple = readSimple(this);
    if (!this.isOperator('(')) return simple;
    const [word] = simple.words;
    if (simple.words.length !== 1 || simple.assignments.length > 0 || word === undefined) {
      this.unexpected(null);
    }
    this.take();
    this.expectOperator(')');
    return this.functionNamed(token.kind === 'word' ? token.bare : null, token.start);
  }

  /** The body of a function whose name has been read; dash and ash take any command for one. */
  private functionNamed(name: string | null, start: number): Command {
    const isName = name !== null && (this.flavour === 'bash' || NAME.test(name));
    if (!isName) this.fail({ kind: 'bad-function-name' }, start);
    this.skipNewlines();
    const from = this.peek().start;
    const body = this.nested(() => (this.flavour === 'bash' ? readCompound(this) : this.command()));
    if (body === null) return this.unexpected(null);
    return { kind: 'function', name, body, text: this.text.slice(from, this.behind) };
  }

  /** `function name [()] body` */
  private keywordFunction(): Command {
    this.take();
    const token = this.peek();
    if (token.kind !== 'word') return this.unexpected(null, true);
    this.take();
    if (this.isOperator('(')) {
      this.take();
      this.expectOperator(')');
    }
    return this.functionNamed(token.bare, token.start);
  }
}

/** A command of `|&`: its second output goes into the pipe too. */
function withErrors(command: Command): Command {
  if (command.kind === 'function') return command;
  return { ...command, redirections: [...command.redirections, ERRORS_TOO] };
}
