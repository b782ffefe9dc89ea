import { err, ok, type Result } from '../../../kernel/result';
import type { Token } from './lexer';
import type { TemplateNode } from './nodes';
import { parsePipeline } from './parse-pipeline';
import { ParseFailure, TemplateCursor } from './template-cursor';

/** A parsed template: its own nodes and those of its `define` and `block` actions. */
export interface ParsedTemplate {
  readonly text: string;
  readonly name: string;
  readonly root: readonly TemplateNode[];
  readonly defined: ReadonlyMap<string, readonly TemplateNode[]>;
}

type Branch = 'if' | 'with';
type Ending = { readonly kind: 'end' } | { readonly kind: 'else'; readonly next: Branch | null };

/**
 * Parses a Go template (text/template/parse `parse.go`). `hasFunction` says which names may be called. Errors are Go's:
 * `template: :1: unclosed action`, with the template's name before the line.
 */
export function parseTemplate(
  text: string,
  name: string,
  hasFunction: (name: string) => boolean,
): Result<ParsedTemplate, string> {
  try {
    return ok(new TemplateParser(new TemplateCursor(text, name, hasFunction)).whole());
  } catch (failure) {
    if (failure instanceof ParseFailure) return err(failure.message);
    throw failure;
  }
}

class TemplateParser {
  private readonly defined = new Map<string, readonly TemplateNode[]>();

  constructor(private readonly cursor: TemplateCursor) {}

  whole(): ParsedTemplate {
    const { cursor, defined } = this;
    const root: TemplateNode[] = [];
    while (cursor.peek().kind !== 'end-of-file') {
      const node = this.textOrAction();
      if (node === null) continue;
      if (isEnding(node)) return cursor.fail(`unexpected {{${node.kind}}}`);
      root.push(node);
    }
    return { text: cursor.text, name: cursor.name, root, defined };
  }

  /** A node, an `end` or `else`, or null for a definition. */
  private textOrAction(): TemplateNode | Ending | null {
    const token = this.cursor.nextVisible();
    if (token.kind === 'text') return { kind: 'text', at: token.at, text: token.text };
    if (token.kind !== 'left-delimiter') return this.cursor.unexpected(token, 'input');
    return this.cursor.inAction(token, () => this.action());
  }

  private action(): TemplateNode | Ending | null {
    const { cursor } = this;
    const token = cursor.peekVisible();
    if (token.kind !== 'keyword') {
      const pipeline = parsePipeline(cursor, 'command', 'right-delimiter');
      return { kind: 'action', at: token.at, pipeline };
    }
    cursor.next();
    switch (token.text) {
      case 'if':
      case 'with':
      case 'range':
        return this.control(token.text, token.at);
      case 'break':
      case 'continue':
        return this.jump(token.text, token.at);
      case 'end':
        cursor.expect('right-delimiter', 'end');
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
    const next = this.cursor.peekVisible();
    if (next.kind === 'keyword' && (next.text === 'if' || next.text === 'with')) {
      return { kind: 'else', next: next.text };
    }
    this.cursor.expect('right-delimiter', 'else');
    return { kind: 'else', next: null };
  }

  private jump(kind: 'break' | 'continue', at: number): TemplateNode {
    const { cursor } = this;
    cursor.expect('right-delimiter', `{{${kind}}}`);
    return cursor.rangeDepth === 0 ? cursor.fail(`{{${kind}}} outside {{range}}`) : { kind, at };
  }

  private control(kind: Branch | 'range', at: number): TemplateNode {
    const { cursor } = this;
    return cursor.scoped(() => {
      const pipeline = parsePipeline(cursor, kind, 'right-delimiter');
      if (kind === 'range') cursor.rangeDepth += 1;
      const [body, ending] = this.itemList();
      if (kind === 'range') cursor.rangeDepth -= 1;
      const otherwise = ending.kind === 'else' ? this.otherwise(kind, ending.next) : null;
      return { kind, at, pipeline, body, otherwise };
    });
  }

  /** `else`, or `else if`, whose `end` serves both. */
  private otherwise(kind: Branch | 'range', next: Branch | null): TemplateNode[] {
    const { cursor } = this;
    if (next !== null) {
      const token = cursor.nextVisible();
      if (next !== kind) return cursor.unexpected(token, 'else');
      return [cursor.nested(() => this.control(next, token.at))];
    }
    const [list, ending] = this.itemList();
    if (ending.kind !== 'end') cursor.fail('expected end; found {{else}}');
    return list;
  }

  private itemList(): [TemplateNode[], Ending] {
    const { cursor } = this;
    const list: TemplateNode[] = [];
    while (cursor.peekVisible().kind !== 'end-of-file') {
      const node = this.textOrAction();
      if (node === null) return cursor.fail('unexpected {{define}}');
      if (isEnding(node)) return [list, node];
      list.push(node);
    }
    cursor.next();
    return cursor.fail('unexpected EOF');
  }

  private templateName(context: string): { name: string; at: number } {
    const token = this.cursor.nextVisible();
    return token.kind === 'string' || token.kind === 'raw-string'
      ? { name: this.cursor.unquote(token), at: token.at }
      : this.cursor.unexpected(token, context);
  }

  private templateAction(): TemplateNode {
    const { cursor } = this;
    const called = this.templateName('template clause');
    if (cursor.peekVisible().kind === 'right-delimiter') {
      cursor.next();
      return { kind: 'template', ...called, pipeline: null };
    }
    const pipeline = parsePipeline(cursor, 'template clause', 'right-delimiter');
    return { kind: 'template', ...called, pipeline };
  }

  private block(): TemplateNode {
    const called = this.templateName('block clause');
    const pipeline = parsePipeline(this.cursor, 'block clause', 'right-delimiter');
    this.define(called.name, 'block clause');
    return { kind: 'template', ...called, pipeline };
  }

  private definition(token: Token): null {
    const { cursor } = this;
    if (cursor.depth > 1) cursor.unexpected(token, 'command');
    const { name } = this.templateName('define clause');
    cursor.expect('right-delimiter', 'define clause');
    this.define(name, 'define clause');
    return null;
  }

  private define(name: string, context: string): void {
    const { cursor } = this;
    const [list, ending] = cursor.apart(() => this.itemList());
    if (ending.kind !== 'end') cursor.fail(`unexpected {{else}} in ${context}`);
    this.defined.set(name, list);
  }
}

function isEnding(node: TemplateNode | Ending): node is Ending {
  return node.kind === 'end' || node.kind === 'else';
}
