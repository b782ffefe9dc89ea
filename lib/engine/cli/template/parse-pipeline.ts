import { goQuote } from './go-quote';
import type { Token, TokenKind } from './lexer';
import { operandText, type CommandNode, type Operand, type Pipeline } from './nodes';
import type { TemplateCursor } from './template-cursor';

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

/** Reads a pipeline and what ends it (text/template/parse `parse.go`, `pipeline`). `context` is what errors call it. */
export function parsePipeline(
  cursor: TemplateCursor,
  context: string,
  end: 'right-delimiter' | 'right-paren',
): Pipeline {
  const { at } = cursor.peekVisible();
  const { variables, assigns } = declarations(cursor, context);
  const commands: CommandNode[] = [];
  for (;;) {
    const token = cursor.nextVisible();
    if (token.kind === end) break;
    if (!OPERAND_KINDS.has(token.kind)) return cursor.unexpected(token, context);
    cursor.back();
    commands.push(command(cursor));
  }
  checkCommands(cursor, commands, context);
  return { at, variables, assigns, commands };
}

/** `$x :=`, `$x =`, and in `range` also `$i, $x :=`. */
function declarations(
  cursor: TemplateCursor,
  context: string,
): { variables: string[]; assigns: boolean } {
  const variables: string[] = [];
  for (;;) {
    const sign = cursor.attempt(() => declared(cursor, variables));
    if (sign !== ',') {
      if (sign === 'assign') for (const name of variables) cursor.need(name);
      if (sign !== null) cursor.declare(variables);
      return { variables, assigns: sign === 'assign' };
    }
    if (context !== 'range' || variables.length > 1) {
      cursor.fail(`too many declarations in ${context}`);
    }
    if (cursor.peekVisible().kind !== 'variable') {
      cursor.fail('range can only initialize variables');
    }
  }
}

/** Reads a variable and the sign that makes it a declared one; null when it is none. */
function declared(cursor: TemplateCursor, variables: string[]): 'declare' | 'assign' | ',' | null {
  const token = cursor.nextVisible();
  if (token.kind !== 'variable') return null;
  const { kind, text } = cursor.nextVisible();
  const isComma = kind === 'char' && text === ',';
  if (kind !== 'declare' && kind !== 'assign' && !isComma) return null;
  variables.push(token.text);
  return isComma ? ',' : kind === 'assign' ? 'assign' : 'declare';
}

function checkCommands(
  cursor: TemplateCursor,
  commands: readonly CommandNode[],
  context: string,
): void {
  if (commands.length === 0) cursor.fail(`missing value for ${context}`);
  commands.slice(1).forEach(({ operands }, index) => {
    if (['bool', 'dot', 'nil', 'number', 'string'].includes(operands[0].kind)) {
      cursor.fail(`non executable command in pipeline stage ${index + 2}`);
    }
  });
}

function command(cursor: TemplateCursor): CommandNode {
  const { at } = cursor.peekVisible();
  const operands: Operand[] = [];
  for (;;) {
    const node = operand(cursor);
    if (node !== null) operands.push(node);
    const token = cursor.next();
    if (token.kind === 'space') continue;
    if (token.kind === 'right-delimiter' || token.kind === 'right-paren') cursor.back();
    else if (token.kind !== 'pipe') cursor.unexpected(token, 'operand');
    break;
  }
  const [first, ...others] = operands;
  if (first === undefined) return cursor.fail('empty command');
  return { at, operands: [first, ...others] };
}

function operand(cursor: TemplateCursor): Operand | null {
  const node = term(cursor);
  if (node === null || cursor.peek().kind !== 'field') return node;
  const { at } = cursor.peek();
  const names: string[] = [];
  while (cursor.peek().kind === 'field') names.push(cursor.next().text.slice(1));
  switch (node.kind) {
    case 'field':
    case 'variable':
      return { ...node, at, names: [...node.names, ...names] };
    case 'bool':
    case 'string':
    case 'number':
    case 'nil':
    case 'dot':
      return cursor.fail(`unexpected . after term ${goQuote(operandText(node))}`);
    default:
      return { kind: 'chain', at, base: node, names };
  }
}

function term(cursor: TemplateCursor): Operand | null {
  const token = cursor.nextVisible();
  const { at, text } = token;
  switch (token.kind) {
    case 'identifier':
      if (!cursor.hasFunction(text)) cursor.fail(`function ${goQuote(text)} not defined`);
      return { kind: 'function', at, name: text };
    case 'dot':
    case 'nil':
      return { kind: token.kind, at };
    case 'variable':
      cursor.need(text);
      return { kind: 'variable', at, name: text, names: [] };
    case 'field':
      return { kind: 'field', at, names: [text.slice(1)] };
    case 'bool':
      return { kind: 'bool', at, value: text === 'true' };
    case 'number':
      return number(cursor, token);
    case 'character-constant': {
      const [point, ...more] = cursor.unquote(token);
      if (point === undefined || more.length > 0) {
        return cursor.fail(`malformed character constant: ${text}`);
      }
      return { kind: 'number', at, text, value: point.codePointAt(0) ?? 0, isInteger: true };
    }
    case 'left-paren': {
      const read = (): Pipeline => parsePipeline(cursor, 'parenthesized pipeline', 'right-paren');
      return { kind: 'pipeline', at, pipeline: cursor.nested(read) };
    }
    case 'string':
    case 'raw-string':
      return { kind: 'string', at, quoted: text, value: cursor.unquote(token) };
    default:
      cursor.back();
      return null;
  }
}

function number(cursor: TemplateCursor, { at, text }: Token): Operand {
  const plain = text.replace(/^[+-]/, '');
  const digits = plain.replace(/(?<=[0-9a-fA-FxXoObB])_(?=[0-9a-fA-F])/g, '');
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const magnitude = /^0\d*[89]/.test(octal) && !/[.eE]/.test(octal) ? Number.NaN : Number(octal);
  if (plain === '' || plain === '.' || Number.isNaN(magnitude)) {
    return cursor.fail(`illegal number syntax: ${goQuote(text)}`);
  }
  const value = text.startsWith('-') ? -magnitude : magnitude;
  const isInteger = /^0[xX]/.test(octal) || !/[.eEpP]/.test(octal);
  if (isInteger && Math.abs(value) > 2 ** 63) cursor.fail(`integer overflow: ${goQuote(text)}`);
  return { kind: 'number', at, text, value, isInteger };
}
