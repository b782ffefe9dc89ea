import { err, ok, type Result } from '../../kernel/result';
import type { AndOrList, Command, Pipeline, Script, ScriptItem, WordPart } from './ast';
import { ParseFailure } from './lexer';
import { NAME, readCompound } from './parse-compound';
import { Cursor } from './parse-cursor';
import type { ParseError } from './parse-error';
import { isRedirection, readSimple } from './parse-simple';

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
 * One function a rule; they share the cursor.
 */

/** Parses a whole script. An empty one, or comments only, is a script without items. */
export function parseScript(text: string): Result<Script, ParseError> {
  try {
    return ok(new Parser(text, 0).whole());
  } catch (failure) {
    if (failure instanceof ParseFailure) return err(failure.reason);
    throw failure;
  }
}

class Parser extends Cursor {
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

  script(): Script {
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
    const compound = this.nested(() => readCompound(this));
    if (compound !== null) return compound;
    const token = this.peek();
    const simple = readSimple(this);
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
    const body = this.nested(() => readCompound(this));
    return body === null ? this.unexpected('{') : { kind: 'function', name, body };
  }
}
