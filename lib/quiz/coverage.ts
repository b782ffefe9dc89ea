import { lineWith } from './blank-line';
import type { SourceCommand, SourceDocument, SourceStatement } from './course';
import type { Template, TemplateBody } from './template';

/** Who teaches one statement of a source document. Ids, in the order of the course. */
export interface StatementCoverage {
  readonly statement: SourceStatement;
  readonly cards: readonly string[];
  readonly templates: readonly string[];
  /** Each command that the statement shows, with the templates in which it is typed. */
  readonly commands: readonly {
    readonly command: SourceCommand;
    readonly templates: readonly string[];
  }[];
  /** An aside; or a card or template cites its lines, and every command it shows is typed in a template. */
  readonly covered: boolean;
}

/** What the course makes of each statement of a source document. */
export function coverSource(
  document: SourceDocument,
  course: readonly Template[],
): readonly StatementCoverage[] {
  return document.statements.map((statement) => {
    const citing = course.filter(({ sources }) =>
      sources.some(
        ({ source, from, to }) =>
          source === document.source && from <= statement.to && to >= statement.from,
      ),
    );
    const idsOf = (flashcards: boolean) =>
      citing.flatMap(({ id, kind }) => ((kind === 'flashcard') === flashcards ? [id] : []));
    const commands = statement.commands.map((command) => ({
      command,
      templates: course.filter((template) => types(template, command)).map(({ id }) => id),
    }));
    const covered =
      statement.aside !== null ||
      (citing.length > 0 && commands.every(({ templates }) => templates.length > 0));
    return { statement, cards: idsOf(true), templates: idsOf(false), commands, covered };
  });
}

/** The lines of a document's text that say something and stand in no statement's range; counted from 1. */
export function linesLeftOut(document: SourceDocument, text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => {
    const at = index + 1;
    const told = document.statements.some(({ from, to }) => from <= at && at <= to);
    return told || line.trim() === '' ? [] : [at];
  });
}

/** Whether a line of a template that is run and right begins with the command, or has it after a `;`, `&&` or `|`. */
function types(template: Template, { forms }: SourceCommand): boolean {
  const lines = [
    ...template.given.map(({ run }) => run),
    ...template.do,
    ...linesOf(template.body),
  ].flatMap((line) => line.split(/[;|&]+|\bbash -c ["']?/).map((part) => part.trim()));
  return lines.some((line) => forms.some((form) => line === form || line.startsWith(`${form} `)));
}

function linesOf(body: TemplateBody): readonly string[] {
  switch (body.kind) {
    case 'predict':
      return [body.see];
    case 'order':
      return body.file === undefined ? body.steps : body.file.then;
    case 'type':
      return [body.solution];
    case 'blanks':
      return [lineWith(body.line, body.solution)];
    case 'lab':
      return body.solution;
    case 'choice':
    case 'several':
    case 'parts':
    case 'flashcard':
      return [];
  }
}
