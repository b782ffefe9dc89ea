import { err, ok, type Result } from '../../kernel/result';
import type {
  AndOrList,
  Command,
  CompoundCommand,
  Pipeline,
  Redirection,
  Script,
  ScriptItem,
  SimpleCommand,
  Word,
  WordPart,
} from './ast';
import { Lexer, ParseFailure, type Token } from './lexer';
import type { ParseError } from './parse-error';

/**
 * The grammar of a shell script (POSIX.1-2017, Shell Command Language, 2.10), for the host's shell and the containers'.
 *
 *   script    { list ( ";" | "&" | newline ) }
 *   list      pipeline { ( "&&" | "||" ) pipeline }
 *   pipeline  [ "!" ] command { "|" command }
 *   command   simple | compound { redirection } | name "()" compound
 *   compound  "(" script ")" | "{" script "}" | if | while | until | for | case
 *   simple    { name=word | redirection } { word | redirection }
 *
 * One method a rule; they share the cursor and the depth, hence one class.
 */

/** Nested groups, substitutions and operations deeper than this are refused: `too-deep`. */
const MAX_DEPTH = 100;

const RESERVED = new Set(
  '! { } case do done elif else esac fi for if in then until while'.split(' '),
);
const REDIRECTIONS = new Set(['>', '>>', '>|', '<', '<>', '>&', '<&', '<<', '<<-', '<<<']);
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=/;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Parses a whole script. An empty one, or comments only, is a script without items. */
export function parseScript(text: string): Result<Script, ParseError> {
  try {
    return ok(new Parser(text, 0).whole());
  } catch (failure) {
    if (failure instanceof ParseFailure) return err(failure.reason);
    throw failure;
  }
}

class Parser extends Lexer {
  private ahead: Token | null = null;

  constructor(
    text: string,
    private depth: number,
  ) {
    super(text);
  }

  whole(): Script {
    const script = this.script();
    if (this.peek().kind !== 'end') this.unexpected(null);
    return script;
  }

  protected parseNested(): Script {
    return this.nested(() => {
      const script = this.script();
      this.expectOperator(')');
      return script;
    });
  }

  protected parseSeparate(text: string): Script {
    return this.nested(() => new Parser(text, this.depth).whole());
  }

  protected separateParts(text: string, escapesQuote: boolean): WordPart[] {
    return new Parser(text, this.depth).wholeQuoted(escapesQuote);
  }

  protected nested<T>(read: () => T): T {
    if (this.depth >= MAX_DEPTH) this.fail({ kind: 'too-deep' });
    this.depth += 1;
    const value = read();
    this.depth -= 1;
    return value;
  }

  private peek(): Token {
    this.ahead ??= this.readToken();
    return this.ahead;
  }

  private take(): Token {
    const token = this.peek();
    this.ahead = null;
    return token;
  }

  private isOperator(...texts: string[]): boolean {
    const token = this.peek();
    return token.kind === 'operator' && texts.includes(token.text);
  }

  private isReserved(...words: string[]): boolean {
    const token = this.peek();
    return token.kind === 'word' && token.bare !== null && words.includes(token.bare);
  }

  private unexpected(expecting: string | null): never {
    const token = this.peek();
    if (token.kind === 'end') this.fail({ kind: 'end-of-file', expecting });
    const text = token.kind === 'newline' ? '\n' : this.text.slice(token.start, this.at).trimEnd();
    const isWord = token.kind === 'word' && !(token.bare !== null && RESERVED.has(token.bare));
    this.fail({ kind: 'unexpected', token: { text, isWord }, expecting }, token.start);
  }

  private expectOperator(text: string): void {
    if (!this.isOperator(text)) this.unexpected(text);
    this.take();
  }

  private expectReserved(word: string): void {
    if (!this.isReserved(word)) this.unexpected(word);
    this.take();
  }

  private skipNewlines(): void {
    while (this.peek().kind === 'newline') this.take();
  }

  /** Items up to something that cannot begin one: the caller checks what it is. */
  private script(): Script {
    const items: ScriptItem[] = [];
    for (;;) {
      this.skipNewlines();
      if (!this.startsCommand()) return { kind: 'script', items };
      const list = this.list();
      const background = this.isOperator('&');
      items.push({ list, background });
      if (background || this.isOperator(';')) this.take();
      else if (this.peek().kind !== 'newline') return { kind: 'script', items };
    }
  }

  /** A script that must not be empty, as the bodies of compound commands. */
  private body(): Script {
    const script = this.script();
    if (script.items.length === 0) this.unexpected(null);
    return script;
  }

  private startsCommand(): boolean {
    const token = this.peek();
    switch (token.kind) {
      case 'word':
        return !this.isReserved('}', 'do', 'done', 'elif', 'else', 'esac', 'fi', 'in', 'then');
      case 'number':
        return true;
      case 'operator':
        return token.text === '(' || REDIRECTIONS.has(token.text);
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
    let timed = false;
    for (; this.isReserved('!', 'time'); this.take()) {
      if (this.isReserved('!')) negated = !negated;
      else timed = true;
    }
    const commands = [this.command()];
    while (this.isOperator('|')) {
      this.take();
      this.skipNewlines();
      commands.push(this.command());
    }
    return timed ? { negated, commands, timed } : { negated, commands };
  }

  private command(): Command {
    if (!this.startsCommand()) this.unexpected(null);
    const compound = this.nested(() => this.compound());
    if (compound !== null) return compound;
    const token = this.peek();
    const simple = this.simple();
    if (!this.isOperator('(')) return simple;
    const [word] = simple.words;
    if (simple.words.length !== 1 || simple.assignments.length > 0 || word === undefined) {
      this.unexpected(null);
    }
    this.take();
    this.expectOperator(')');
    const name = token.kind === 'word' ? token.bare : null;
    if (name === null || !NAME.test(name)) this.fail({ kind: 'bad-function-name' }, token.start);
    this.skipNewlines();
    const body = this.nested(() => this.compound());
    return body === null ? this.unexpected('{') : { kind: 'function', name, body };
  }

  private simple(): SimpleCommand {
    const assignments: { name: string; value: Word }[] = [];
    const words: Word[] = [];
    const redirections: Redirection[] = [];
    for (;;) {
      const redirection = this.redirection();
      if (redirection !== null) {
        redirections.push(redirection);
        continue;
      }
      const token = this.peek();
      if (token.kind !== 'word') return { kind: 'simple', assignments, words, redirections };
      this.take();
      const assignment = words.length === 0 ? asAssignment(token.word) : null;
      if (assignment !== null) assignments.push(assignment);
      else words.push(token.word);
    }
  }

  private redirection(): Redirection | null {
    const numbered = this.peek().kind === 'number';
    const number = numbered ? this.take() : null;
    const token = this.peek();
    if (token.kind !== 'operator' || !REDIRECTIONS.has(token.text)) return null;
    this.take();
    const target = this.peek();
    if (target.kind !== 'word') return this.unexpected(null);
    const fd = number?.kind === 'number' ? number.fd : token.text.startsWith('<') ? 0 : 1;
    if (token.text === '<<' || token.text === '<<-') return this.hereDocument(token.text, fd);
    this.take();
    const operator = token.text;
    switch (operator) {
      case '<<<': {
        const newline = { kind: 'text', text: '\n', quoted: true } as const;
        return { operator: '<<', fd, content: { parts: [...target.word.parts, newline] } };
      }
      case '>':
      case '>>':
      case '>|':
      case '<':
      case '<>':
      case '>&':
      case '<&':
        return { operator, fd, target: target.word };
      default:
        throw new Error(`not a redirection: ${operator}`);
    }
  }

  /** The lines are read when the newline behind this command is; until then the content is empty. */
  private hereDocument(operator: '<<' | '<<-', fd: number): Redirection {
    const token = this.take();
    const parts = token.kind === 'word' ? token.word.parts : [];
    const redirection: { operator: '<<'; fd: number; content: Word } = {
      operator: '<<',
      fd,
      content: { parts: [] },
    };
    this.hereDocuments.push({
      delimiter: parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
      quoted: parts.some((part) => part.quoted),
      stripTabs: operator === '<<-',
      fill: (content) => {
        redirection.content = content;
      },
    });
    return redirection;
  }

  private compound(): CompoundCommand | null {
    const command = this.compoundWithoutRedirections();
    if (command === null) return null;
    const redirections: Redirection[] = [];
    for (let next = this.redirection(); next !== null; next = this.redirection()) {
      redirections.push(next);
    }
    return { ...command, redirections };
  }

  private compoundWithoutRedirections(): CompoundCommand | null {
    const redirections: readonly Redirection[] = [];
    if (this.isOperator('(')) {
      this.take();
      const body = this.body();
      this.expectOperator(')');
      return { kind: 'subshell', body, redirections };
    }
    if (this.isReserved('{')) {
      this.take();
      const body = this.body();
      this.expectReserved('}');
      return { kind: 'group', body, redirections };
    }
    if (this.isReserved('if')) return this.ifCommand();
    if (this.isReserved('while', 'until')) {
      const until = this.isReserved('until');
      this.take();
      const condition = this.body();
      return { kind: 'loop', until, condition, body: this.doBody(), redirections };
    }
    if (this.isReserved('for')) return this.forCommand();
    return this.isReserved('case') ? this.caseCommand() : null;
  }

  private doBody(): Script {
    this.expectReserved('do');
    const body = this.body();
    this.expectReserved('done');
    return body;
  }

  private ifCommand(): CompoundCommand {
    const branches: { condition: Script; body: Script }[] = [];
    do {
      this.take();
      const condition = this.body();
      this.expectReserved('then');
      branches.push({ condition, body: this.body() });
    } while (this.isReserved('elif'));
    let otherwise: Script | null = null;
    if (this.isReserved('else')) {
      this.take();
      otherwise = this.body();
    }
    this.expectReserved('fi');
    return { kind: 'if', branches, otherwise, redirections: [] };
  }

  private forCommand(): CompoundCommand {
    this.take();
    const variable = this.take();
    if (variable.kind !== 'word' || variable.bare === null || !NAME.test(variable.bare)) {
      this.fail({ kind: 'bad-for-variable' }, variable.start);
    }
    this.skipNewlines();
    let words: Word[] | null = null;
    if (this.isReserved('in')) {
      this.take();
      words = [];
      for (let next = this.peek(); next.kind === 'word'; next = this.peek()) {
        words.push(next.word);
        this.take();
      }
      if (!this.isOperator(';') && this.peek().kind !== 'newline') this.unexpected(null);
    }
    if (this.isOperator(';')) this.take();
    this.skipNewlines();
    return { kind: 'for', variable: variable.bare, words, body: this.doBody(), redirections: [] };
  }

  private caseCommand(): CompoundCommand {
    this.take();
    const subject = this.peek();
    if (subject.kind !== 'word') return this.unexpected(null);
    this.take();
    this.skipNewlines();
    this.expectReserved('in');
    const arms: { patterns: Word[]; body: Script }[] = [];
    for (this.skipNewlines(); !this.isReserved('esac'); this.skipNewlines()) {
      arms.push(this.caseArm());
      if (!this.isOperator(';;')) break;
      this.take();
    }
    this.expectReserved('esac');
    return { kind: 'case', subject: subject.word, arms, redirections: [] };
  }

  private caseArm(): { patterns: Word[]; body: Script } {
    if (this.isOperator('(')) this.take();
    const patterns: Word[] = [];
    for (;;) {
      const pattern = this.peek();
      if (pattern.kind !== 'word') return this.unexpected(')');
      patterns.push(pattern.word);
      this.take();
      if (!this.isOperator('|')) break;
      this.take();
    }
    this.expectOperator(')');
    return { patterns, body: this.script() };
  }
}

function asAssignment(word: Word): { name: string; value: Word } | null {
  const [first, ...others] = word.parts;
  if (first?.kind !== 'text' || first.quoted) return null;
  const name = ASSIGNMENT.exec(first.text)?.[1];
  if (name === undefined) return null;
  const text = first.text.slice(name.length + 1);
  const head: WordPart[] = text === '' ? [] : [{ ...first, text }];
  return { name, value: { parts: [...head, ...others] } };
}
