import { err, ok, type Result } from '../../../kernel/result';
import { goQuote, goUnquote } from './go-quote';
import { tokenize, tokenName, type Token, type TokenKind } from './lexer';
import {
  operandText,
  type CommandNode,
  type Operand,
  type Pipeline,
  type TemplateNode,
} from './nodes';

/** A parsed template: its own nodes and those of its `define` and `block` actions. */
export interface ParsedTemplate {
  readonly text: string;
  readonly name: string;
  readonly root: readonly TemplateNode[];
  readonly defined: ReadonlyMap<string, readonly TemplateNode[]>;
}

/** Nested actions and parentheses deeper than this are refused. */
const MAX_DEPTH = 100;

class ParseFailure extends Error {}

type Ending =
  { readonly kind: 'end' } | { readonly kind: 'else'; readonly next: 'if' | 'with' | null };

const OPERAND_KINDS: ReadonlySet<TokenKind> = new Set([
  'bool',
  'character-constant',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'raw-string',
  'string',
  'variable',
  'left-paren',
]);

/**
 * Parses a Go template (text/template/parse `parse.go`). `hasFunction` says which names may be called. Errors are Go's:
 * `template: :1: unclosed action`, with the template's name before the line. The class is long because every rule of the
 * grammar shares its cursor, scope and depth.
 */
export function parseTemplate(
  text: string,
  name: string,
  hasFunction: (name: string) => boolean,
): Result<ParsedTemplate, string> {
  try {
    return ok(new TemplateParser(text, name, hasFunction).whole());
  } catch (failure) {
    if (failure instanceof ParseFailure) return err(failure.message);
    throw failure;
  }
}

class TemplateParser {
  private readonly tokens: readonly Token[];
  private readonly defined = new Map<string, readonly TemplateNode[]>();
  private at = 0;
  private variables = ['$'];
  private rangeDepth = 0;
  private depth = 0;
  private actionLine = 0;

  constructor(
    private readonly text: string,
    private readonly name: string,
    private readonly hasFunction: (name: string) => boolean,
  ) {
    this.tokens = tokenize(text);
  }

  whole(): ParsedTemplate {
    const root: TemplateNode[] = [];
    while (this.peek().kind !== 'end-of-file') {
      const node = this.textOrAction();
      if (node === null) continue;
      if (isEnding(node)) this.fail(`unexpected {{${node.kind}}}`);
      root.push(node);
    }
    return { text: this.text, name: this.name, root, defined: this.defined };
  }

  private line(token: Token): number {
    return this.text.slice(0, token.at).split('\n').length;
  }

  private fail(message: string): never {
    const token =
      this.tokens[Math.max(0, Math.min(this.at, this.tokens.length) - 1)] ?? this.peek();
    throw new ParseFailure(`template: ${this.name}:${this.line(token)}: ${message}`);
  }

  private unexpected(token: Token, context: string): never {
    if (token.kind !== 'error') return this.fail(`unexpected ${tokenName(token)} in ${context}`);
    const inAction = this.actionLine !== 0 && this.actionLine !== this.line(token);
    const action = token.text.endsWith(' action') ? '' : ' in action';
    return this.fail(
      token.text + (inAction ? `${action} started at ${this.name}:${this.actionLine}` : ''),
    );
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end-of-file', at: this.text.length, text: '' };
  }

  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private skipSpaces(): void {
    while (this.peek().kind === 'space') this.at += 1;
  }

  private peekVisible(): Token {
    this.skipSpaces();
    return this.peek();
  }

  private nextVisible(): Token {
    this.skipSpaces();
    return this.next();
  }

  private expect(kind: TokenKind, context: string): Token {
    const token = this.nextVisible();
    return token.kind === kind ? token : this.unexpected(token, context);
  }

  private nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.fail('exceeded maximum depth of nested actions');
    const value = read();
    this.depth -= 1;
    return value;
  }

  /** A node, an `end` or `else`, or null for a definition. */
  private textOrAction(): TemplateNode | Ending | null {
    const token = this.nextVisible();
    if (token.kind === 'text') return { kind: 'text', at: token.at, text: token.text };
    if (token.kind !== 'left-delimiter') return this.unexpected(token, 'input');
    this.actionLine = this.line(token);
    const node = this.nested(() => this.action());
    this.actionLine = 0;
    return node;
  }

  private action(): TemplateNode | Ending | null {
    const token = this.peekVisible();
    if (token.kind !== 'keyword') {
      return {
        kind: 'action',
        at: token.at,
        pipeline: this.pipeline('command', 'right-delimiter'),
      };
    }
    this.next();
    switch (token.text) {
      case 'if':
      case 'with':
      case 'range':
        return this.control(token.text, token.at);
      case 'break':
      case 'continue':
        return this.jump(token.text, token.at);
      case 'end':
        this.expect('right-delimiter', 'end');
        return { kind: 'end' };
      case 'else':
        return this.elseAction();
      case 'template':
        return this.templateAction();
      case 'block':
        return this.block();
      default:
        return this.definition(token);
    }
  }

  private elseAction(): Ending {
    const next = this.peekVisible();
    if (next.kind === 'keyword' && (next.text === 'if' || next.text === 'with')) {
      return { kind: 'else', next: next.text };
    }
    this.expect('right-delimiter', 'else');
    return { kind: 'else', next: null };
  }

  private jump(kind: 'break' | 'continue', at: number): TemplateNode {
    const token = this.nextVisible();
    if (token.kind !== 'right-delimiter') return this.unexpected(token, `{{${kind}}}`);
    if (this.rangeDepth === 0) return this.fail(`{{${kind}}} outside {{range}}`);
    return { kind, at };
  }

  private control(kind: 'if' | 'with' | 'range', at: number): TemplateNode {
    const scope = this.variables.length;
    const pipeline = this.pipeline(kind, 'right-delimiter');
    if (kind === 'range') this.rangeDepth += 1;
    const [body, ending] = this.itemList();
    if (kind === 'range') this.rangeDepth -= 1;
    const otherwise = ending.kind === 'else' ? this.otherwise(kind, ending.next) : null;
    this.variables.length = scope;
    return { kind, at, pipeline, body, otherwise };
  }

  /** `else`, or `else if`, whose `end` serves both. */
  private otherwise(kind: 'if' | 'with' | 'range', next: 'if' | 'with' | null): TemplateNode[] {
    if (next !== null) {
      const token = this.nextVisible();
      if (next !== kind) return this.unexpected(token, 'else');
      return [this.nested(() => this.control(next, token.at))];
    }
    const [list, ending] = this.itemList();
    if (ending.kind !== 'end') this.fail('expected end; found {{else}}');
    return list;
  }

  private itemList(): [TemplateNode[], Ending] {
    const list: TemplateNode[] = [];
    while (this.peekVisible().kind !== 'end-of-file') {
      const node = this.textOrAction();
      if (node === null) this.fail('unexpected {{define}}');
      if (isEnding(node)) return [list, node];
      list.push(node);
    }
    this.next();
    return this.fail('unexpected EOF');
  }

  private templateName(context: string): { name: string; token: Token } {
    const token = this.nextVisible();
    if (token.kind !== 'string' && token.kind !== 'raw-string') {
      return this.unexpected(token, context);
    }
    return { name: this.unquote(token), token };
  }

  private unquote(token: Token): string {
    const text = goUnquote(token.text);
    return text.ok ? text.value : this.fail(text.error);
  }

  private templateAction(): TemplateNode {
    const { name, token } = this.templateName('template clause');
    const { at } = token;
    if (this.peekVisible().kind === 'right-delimiter') {
      this.next();
      return { kind: 'template', at, name, pipeline: null };
    }
    const pipeline = this.pipeline('template clause', 'right-delimiter');
    return { kind: 'template', at, name, pipeline };
  }

  private block(): TemplateNode {
    const { name, token } = this.templateName('block clause');
    const { at } = token;
    const pipeline = this.pipeline('block clause', 'right-delimiter');
    this.define(name, 'block clause');
    return { kind: 'template', at, name, pipeline };
  }

  private definition(token: Token): null {
    if (this.depth > 1) this.unexpected(token, 'command');
    const { name } = this.templateName('define clause');
    this.expect('right-delimiter', 'define clause');
    this.define(name, 'define clause');
    return null;
  }

  private define(name: string, context: string): void {
    const outer = this.variables;
    const rangeDepth = this.rangeDepth;
    this.variables = ['$'];
    this.rangeDepth = 0;
    const [list, ending] = this.itemList();
    if (ending.kind !== 'end') this.fail(`unexpected {{else}} in ${context}`);
    this.variables = outer;
    this.rangeDepth = rangeDepth;
    this.defined.set(name, list);
  }

  private pipeline(context: string, end: 'right-delimiter' | 'right-paren'): Pipeline {
    const { at } = this.peekVisible();
    const { variables, assigns } = this.declarations(context);
    const commands: CommandNode[] = [];
    for (;;) {
      const token = this.nextVisible();
      if (token.kind === end) break;
      if (!OPERAND_KINDS.has(token.kind)) return this.unexpected(token, context);
      this.at -= 1;
      commands.push(this.command());
    }
    this.checkPipeline(commands, context);
    return { at, variables, assigns, commands };
  }

  /** `$x :=`, `$x =`, and in `range` also `$i, $x :=`. */
  private declarations(context: string): { variables: string[]; assigns: boolean } {
    const variables: string[] = [];
    for (;;) {
      const token = this.peekVisible();
      if (token.kind !== 'variable') return { variables, assigns: false };
      const start = this.at;
      this.next();
      const next = this.peekVisible();
      if (next.kind === 'declare' || next.kind === 'assign') {
        this.next();
        variables.push(token.text);
        const assigns = next.kind === 'assign';
        const unknown = variables.find((name) => assigns && !this.variables.includes(name));
        if (unknown !== undefined) this.fail(`undefined variable ${goQuote(unknown)}`);
        this.variables.push(...variables);
        return { variables, assigns };
      }
      if (next.kind !== 'char' || next.text !== ',') {
        this.at = start;
        return { variables, assigns: false };
      }
      this.next();
      variables.push(token.text);
      if (context !== 'range' || variables.length > 1) {
        this.fail(`too many declarations in ${context}`);
      }
      if (this.peekVisible().kind !== 'variable') this.fail('range can only initialize variables');
    }
  }

  private checkPipeline(commands: readonly CommandNode[], context: string): void {
    if (commands.length === 0) this.fail(`missing value for ${context}`);
    commands.slice(1).forEach((command, index) => {
      if (['bool', 'dot', 'nil', 'number', 'string'].includes(command.operands[0].kind)) {
        this.fail(`non executable command in pipeline stage ${index + 2}`);
      }
    });
  }

  private command(): CommandNode {
    const { at } = this.peekVisible();
    const operands: Operand[] = [];
    for (;;) {
      const operand = this.operand();
      if (operand !== null) operands.push(operand);
      const token = this.next();
      if (token.kind === 'space') continue;
      if (token.kind === 'right-delimiter' || token.kind === 'right-paren') this.at -= 1;
      else if (token.kind !== 'pipe') this.unexpected(token, 'operand');
      break;
    }
    const [first, ...others] = operands;
    if (first === undefined) return this.fail('empty command');
    return { at, operands: [first, ...others] };
  }

  private operand(): Operand | null {
    const node = this.term();
    if (node === null || this.peek().kind !== 'field') return node;
    const { at } = this.peek();
    const names: string[] = [];
    while (this.peek().kind === 'field') names.push(this.next().text.slice(1));
    switch (node.kind) {
      case 'field':
      case 'variable':
        return { ...node, at, names: [...node.names, ...names] };
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot':
        return this.fail(`unexpected . after term ${goQuote(operandText(node))}`);
      default:
        return { kind: 'chain', at, base: node, names };
    }
  }

  private term(): Operand | null {
    const token = this.nextVisible();
    const { at } = token;
    switch (token.kind) {
      case 'identifier':
        if (!this.hasFunction(token.text)) this.fail(`function ${goQuote(token.text)} not defined`);
        return { kind: 'function', at, name: token.text };
      case 'dot':
      case 'nil':
        return { kind: token.kind, at };
      case 'variable':
        if (!this.variables.includes(token.text)) {
          this.fail(`undefined variable ${goQuote(token.text)}`);
        }
        return { kind: 'variable', at, name: token.text, names: [] };
      case 'field':
        return { kind: 'field', at, names: [token.text.slice(1)] };
      case 'bool':
        return { kind: 'bool', at, value: token.text === 'true' };
      case 'number':
        return this.number(token);
      case 'character-constant': {
        const point = [...this.unquote(token)];
        if (point.length !== 1) this.fail(`malformed character constant: ${token.text}`);
        const value = point[0]?.codePointAt(0) ?? 0;
        return { kind: 'number', at, text: token.text, value, isInteger: true };
      }
      case 'left-paren':
        return {
          kind: 'pipeline',
          at,
          pipeline: this.nested(() => this.pipeline('parenthesized pipeline', 'right-paren')),
        };
      case 'string':
      case 'raw-string':
        return { kind: 'string', at, quoted: token.text, value: this.unquote(token) };
      default:
        this.at -= 1;
        return null;
    }
  }

  private number(token: Token): Operand {
    const { at, text } = token;
    const plain = text.replace(/^[+-]/, '');
    const digits = plain.replace(/(?<=[0-9a-fA-FxXoObB])_(?=[0-9a-fA-F])/g, '');
    const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
    const magnitude = /^0\d*[89]/.test(octal) && !/[.eE]/.test(octal) ? Number.NaN : Number(octal);
    if (plain === '' || plain === '.' || Number.isNaN(magnitude)) {
      return this.fail(`illegal number syntax: ${goQuote(text)}`);
    }
    const value = text.startsWith('-') ? -magnitude : magnitude;
    const isInteger = /^0[xX]/.test(octal) || !/[.eEpP]/.test(octal);
    if (isInteger && Math.abs(value) > 2 ** 63) this.fail(`integer overflow: ${goQuote(text)}`);
    return { kind: 'number', at, text, value, isInteger };
  }
}

function isEnding(node: TemplateNode | Ending): node is Ending {
  return node.kind === 'end' || node.kind === 'else';
}
