import type {
  AndOrList,
  Assignment,
  CaseArm,
  Command,
  CompoundCommand,
  Pipeline,
  Redirection,
  Script,
  SimpleCommand,
  Word,
} from './ast';
import { ERRORS_TOO } from './parse-redirection';

const STEP = 4;

/** A function as `declare -f` of bash shows it (print_cmd.c named_function_string), its words as they are written; no newline at the end. */
export function shownFunction(name: string, body: Command): string {
  const printer = new Printer();
  printer.define(name, body);
  return printer.text;
}

/** Writes a script parsed with its words' sources as bash writes it within a function. */
class Printer {
  text = '';
  private indentation = 0;
  /** A here-document has been written, behind which no semicolon stands. */
  private behindDocument = false;

  define(name: string, body: Command): void {
    this.text += `${name} () \n${this.margin}{ \n`;
    this.indented(() => {
      this.text += this.margin;
      if (body.kind === 'group') this.script(body.body);
      else this.command(body);
    });
    this.newline('}');
    if (body.kind === 'group') this.redirections(body.redirections);
  }

  private get margin(): string {
    return ' '.repeat(this.indentation);
  }

  private indented(write: () => void): void {
    this.indentation += STEP;
    write();
    this.indentation -= STEP;
  }

  private newline(text: string): void {
    this.text += `\n${this.margin}${text}`;
  }

  private semicolon(): void {
    if (this.behindDocument) this.behindDocument = false;
    else if (!/[&\n]$/.test(this.text)) this.text += ';';
  }

  private script({ items }: Script): void {
    items.forEach(({ list, background }, index) => {
      this.list(list);
      const isLast = index === items.length - 1;
      if (background) this.text += isLast ? ' &' : ' & ';
      else if (!isLast) {
        this.semicolon();
        this.newline('');
      }
    });
    if (this.behindDocument) this.behindDocument = false;
  }

  private list({ first, rest }: AndOrList): void {
    this.pipeline(first);
    for (const { operator, pipeline } of rest) {
      this.text += ` ${operator} `;
      this.pipeline(pipeline);
    }
  }

  private pipeline({ negated, timed, commands }: Pipeline): void {
    if (timed) this.text += timed === 'posix' ? 'time -p ' : 'time ';
    if (negated) this.text += '! ';
    commands.forEach((command, index) => {
      if (index > 0) this.text += ' | ';
      this.command(command);
    });
  }

  private command(command: Command): void {
    if (command.kind === 'simple') return this.simple(command);
    if (command.kind === 'function') {
      this.text += 'function ';
      return this.define(command.name, command.body);
    }
    this.compound(command);
    this.redirections(command.redirections);
  }

  private simple({ assignments, words, declared = [], redirections }: SimpleCommand): void {
    const sources = [
      ...assignments.map(sourceOf),
      ...words.map(({ source = '' }) => source),
      ...declared.map(sourceOf),
    ];
    this.text += sources.join(' ');
    this.redirections(redirections, sources.length > 0);
  }

  private compound(command: CompoundCommand): void {
    switch (command.kind) {
      case 'subshell':
        this.text += '( ';
        this.script(command.body);
        this.text += ' )';
        return;
      case 'group':
        this.text += '{ \n';
        this.indented(() => {
          this.text += this.margin;
          this.script(command.body);
        });
        return this.newline('}');
      case 'if':
        return this.conditional(command.branches, command.otherwise);
      case 'loop':
        this.text += command.until ? 'until ' : 'while ';
        this.script(command.condition);
        this.semicolon();
        this.text += ' do';
        return this.body(command.body);
      case 'for':
        this.text += `${command.text ?? ''};`;
        this.newline('do');
        return this.body(command.body);
      case 'counting':
        this.text += `for ((${[command.begin, command.test, command.step].map(({ source = '' }) => source.trimStart()).join('; ')}))`;
        this.newline('do');
        return this.body(command.body);
      case 'case':
        this.text += `${command.text ?? ''} `;
        this.indented(() => command.arms.forEach((arm) => this.arm(arm)));
        return this.newline('esac');
      case 'condition':
      case 'arithmetic':
        this.text += command.text ?? '';
    }
  }

  private conditional(
    branches: readonly { readonly condition: Script; readonly body: Script }[],
    otherwise: Script | null,
  ): void {
    const [branch, ...more] = branches;
    if (branch === undefined) return;
    this.text += 'if ';
    this.script(branch.condition);
    this.semicolon();
    this.text += ' then\n';
    this.indented(() => {
      this.text += this.margin;
      this.script(branch.body);
    });
    if (more.length > 0 || otherwise !== null) {
      this.semicolon();
      this.newline('else\n');
      this.indented(() => {
        this.text += this.margin;
        if (more.length > 0) this.conditional(more, otherwise);
        else if (otherwise !== null) this.script(otherwise);
      });
    }
    this.semicolon();
    this.newline('fi');
  }

  private body(body: Script): void {
    this.text += '\n';
    this.indented(() => {
      this.text += this.margin;
      this.script(body);
    });
    this.semicolon();
    this.newline('done');
  }

  private arm({ patterns, body, then }: CaseArm): void {
    this.newline(`${patterns.map(({ source = '' }) => source).join(' | ')})\n`);
    this.indented(() => {
      if (body.items.length === 0) return;
      this.text += this.margin;
      this.script(body);
    });
    this.newline(then);
  }

  private redirections(redirections: readonly Redirection[], follows = true): void {
    const documents: string[] = [];
    redirections.forEach((redirection, index) => {
      if (redirection === ERRORS_TOO && redirections[index - 1]?.operator.startsWith('>')) return;
      this.text += `${follows || index > 0 ? ' ' : ''}${shownRedirection(redirection, redirections[index + 1] === ERRORS_TOO)}`;
      if (redirection.operator === '<<' && redirection.written)
        documents.push(`${redirection.written.text}${redirection.written.delimiter}\n`);
    });
    if (documents.length === 0) return;
    this.text += `\n${documents.join('')}`;
    this.behindDocument = true;
  }
}

function sourceOf({ value, source = value.source }: Assignment): string {
  return source ?? '';
}

/** `2>&1`, `> file`; a number is told where it is not the usual one. */
function shownRedirection(redirection: Redirection, both: boolean): string {
  const { fd, operator } = redirection;
  if (operator === '<<') {
    const { written } = redirection;
    return `${fd === 0 ? '' : fd}${written ? `${written.operator}${written.shown}` : `<<< ${sourceIn(redirection.content)}`}`;
  }
  const target = sourceIn(redirection.target);
  if (target === '-') return `${fd}>&-`;
  if (operator === '>&' || operator === '<&') return `${fd}${operator}${target}`;
  if (both) return `&${operator} ${target}`;
  const usual = operator.startsWith('<') ? 0 : 1;
  return `${fd === usual ? '' : fd}${operator} ${target}`;
}

function sourceIn(word: Word): string {
  return word.source ?? word.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}
