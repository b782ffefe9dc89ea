import { err, ok, type Result } from '../kernel/result';
import { checkTemplate } from './check-template';
import { parseCitation } from './citation';
import { factType } from './facts/fact';
import { parseFact } from './facts/parse-fact';
import type { Known } from './known';
import { parseParameters, type Complaint } from './parse-parameters';
import { schemaProblems } from './schema-problems';
import type { GivenStep, SaidFact, Template, TemplateBody } from './template';
import type { DraftTemplate } from './template-texts';
import type { Position, TemplateProblem } from './template-problem';
import { templateHelp, templateSchema, type RawTemplate } from './template-schema';
import { kinds, referenceParts, type Kind, type SourceCitation } from './types';
import { readYaml, type Path, type YamlDocument } from './yaml-document';

const maximalTemplates = 500;

/**
 * Reads a YAML text of templates (a list, or one template alone). All mistakes are reported together, each with its line, what is wrong
 * and what to write instead; nothing partial is returned. The language is taught in docs/authoring.md.
 */
export function parseTemplates(
  text: string,
  file: string,
  known: Known,
): Result<readonly Template[], readonly TemplateProblem[]> {
  const read = readYaml(text, file);
  if (!read.ok) return read;
  const document = read.value;
  const whole = (message: string, instead: string): Result<never, readonly TemplateProblem[]> =>
    err([{ file, ...document.positionOf([]), message, instead }]);
  if (document.data === null || document.data === '') {
    return whole('there is no template here', 'begin with `- id: my-question`');
  }
  const list: readonly unknown[] = Array.isArray(document.data) ? document.data : [document.data];
  const base = (index: number): Path => (Array.isArray(document.data) ? [index] : []);
  if (list.length > maximalTemplates) {
    return whole(
      `there are ${list.length} templates`,
      `split them: at most ${maximalTemplates} a file`,
    );
  }

  const problems: TemplateProblem[] = [];
  const templates: Template[] = [];
  const lineOf = new Map<string, number>();
  list.forEach((raw, index) => {
    const parsed = parseOne(raw, base(index), document, file, known);
    if (!parsed.ok) {
      problems.push(...parsed.error);
      return;
    }
    const { id } = parsed.value;
    const position = document.positionOf([...base(index), 'id']);
    const earlier = lineOf.get(id);
    if (earlier !== undefined) {
      problems.push({
        file,
        ...position,
        message: `the id \`${id}\` is already used at line ${earlier}`,
        instead: 'give each template an id of its own',
      });
    }
    lineOf.set(id, earlier ?? position.line);
    templates.push(parsed.value);
  });
  return problems.length === 0 ? ok(templates) : err(problems.sort(byPosition));
}

function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

function parseOne(
  raw: unknown,
  base: Path,
  document: YamlDocument,
  file: string,
  known: Known,
): Result<Template, readonly TemplateProblem[]> {
  const shaped = templateSchema.safeParse(raw);
  if (!shaped.success) {
    return err(schemaProblems(shaped.error, document, file, base, templateHelp));
  }
  const complaints: Complaint[] = [];
  const body = bodyOf(shaped.data);
  const { sources, complaints: sourceComplaints } = citationsOf(shaped.data, known);
  complaints.push(...sourceComplaints);
  const { parameters, complaints: parameterComplaints } = parseParameters(shaped.data.with ?? {});
  complaints.push(...parameterComplaints);
  if ('message' in body) {
    complaints.push(body);
  } else {
    const draft: DraftTemplate = {
      id: shaped.data.id,
      conceptId: shaped.data.concept,
      kind: body.kind,
      parameters,
      images: shaped.data.images === undefined ? null : asList(shaped.data.images),
      given: givenOf(shaped.data.given),
      do: shaped.data.do === undefined ? [] : asList(shaped.data.do),
      ask: shaped.data.ask ?? null,
      body,
      explain: shaped.data.explain ?? null,
      difficulty: shaped.data.difficulty ?? 'medium',
      file,
    };
    // With a broken `with` every use of its names would be reported again.
    const checked = checkTemplate(draft, known);
    complaints.push(
      ...(parameterComplaints.length === 0
        ? checked
        : checked.filter(({ message }) => !message.startsWith('the parameter'))),
    );
    if (complaints.length === 0) {
      const positions = positionsOf(raw, base, document);
      return ok({ ...draft, sources, yaml: document.textOf(base), positions });
    }
  }
  return err(complaints.map((complaint) => locate(complaint, base, document, file, raw)));
}

function locate(
  { path, offset, message, instead }: Complaint,
  base: Path,
  document: YamlDocument,
  file: string,
  raw: unknown,
): TemplateProblem {
  const written = writtenPath(path, raw);
  const whole = [...base, ...written];
  const start = offset === undefined ? null : document.textStart(whole);
  if (start !== null && offset !== undefined) {
    return { file, line: start.line, column: start.column + offset, message, instead };
  }
  const last = written.at(-1);
  const position =
    written.length >= 2 &&
    typeof last === 'string' &&
    (written.at(-2) === 'with' || written.at(-2) === 'say')
      ? document.positionOfKey(whole.slice(0, -1), last)
      : document.positionOf(whole);
  return { file, ...position, message, instead };
}

/** A path in the normalised template as it is written: a list of one may be written without the list. */
function writtenPath(path: Complaint['path'], raw: unknown): (string | number)[] {
  const written: (string | number)[] = [];
  let value: unknown = raw;
  for (const key of path) {
    const isList = Array.isArray(value);
    if (typeof key === 'number' && !isList) continue;
    if (typeof value !== 'object' || value === null) break;
    let next: unknown = Reflect.get(value, key);
    let actual = key;
    if (next === undefined && written.at(-1) === 'with') {
      actual = Object.keys(value).find((known) => sameNames(known, String(key))) ?? key;
      next = Reflect.get(value, actual);
    }
    if (next === undefined) break;
    written.push(actual);
    value = next;
  }
  if (typeof value === 'object' && value !== null && 'run' in value) written.push('run');
  return written;
}

function sameNames(a: string, b: string): boolean {
  return a.replaceAll(/\s/g, '') === b.replaceAll(/\s/g, '');
}

function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function saidFactsOf(
  raw: NonNullable<RawTemplate['lab']>['goal'] | undefined,
): readonly SaidFact[] {
  if (raw === undefined) return [];
  return (Array.isArray(raw) ? raw : [raw]).map((fact) =>
    typeof fact === 'string' ? { fact, say: null } : fact,
  );
}

function givenOf(raw: RawTemplate['given']): readonly GivenStep[] {
  if (raw === undefined) return [];
  return (Array.isArray(raw) ? raw : [raw]).map((step) =>
    typeof step === 'string'
      ? { run: step, fails: false, hidden: false }
      : { run: step.run, fails: step.fails === 'true', hidden: step.hidden === 'true' },
  );
}

function bodyOf(raw: RawTemplate): TemplateBody | Complaint {
  const present = kinds.filter((kind) => raw[kind] !== undefined);
  const [kind, second] = present;
  if (kind === undefined) {
    return {
      path: [],
      message: 'the template asks nothing',
      instead: `add one of ${kinds.join(', ')}`,
    };
  }
  if (second !== undefined) {
    return {
      path: [second],
      message: `the template has both \`${kind}\` and \`${second}\``,
      instead: 'make two templates of it',
    };
  }
  return bodyOfKind(kind, raw) ?? { path: [], message: 'the template asks nothing', instead: '' };
}

/** An order question orders either lines of a terminal or lines of a file. */
function orderOf(order: NonNullable<RawTemplate['order']>): TemplateBody | Complaint {
  const { steps, lines, file, then } = order;
  const goal = asList(order.goal);
  const beliefs = order.beliefs ?? [];
  if (steps !== undefined && lines !== undefined) {
    return {
      path: ['order', 'lines'],
      message: '`order` has both `steps` and `lines`',
      instead: 'order either commands (`steps`) or the lines of a file (`lines`)',
    };
  }
  if (lines !== undefined) {
    const ordered = { path: file ?? 'Dockerfile', then: asList(then ?? []) };
    return { kind: 'order', steps: lines, file: ordered, goal, beliefs };
  }
  const [key] = [file === undefined ? [] : ['file'], then === undefined ? [] : ['then']].flat();
  if (steps === undefined || key !== undefined) {
    return {
      path: key === undefined || steps === undefined ? ['order'] : ['order', key],
      message:
        steps === undefined
          ? '`order.steps` is missing'
          : `\`${key ?? ''}\` belongs to \`lines\`, not to \`steps\``,
      instead:
        steps === undefined
          ? 'write `steps: [docker …, docker …, docker …]`, or `lines: [FROM nginx, …]` and `then: docker build -t app .`'
          : 'write `lines` for the lines of a file, or put the command in `steps`',
    };
  }
  return { kind: 'order', steps, goal, beliefs };
}

function bodyOfKind(kind: Kind, raw: RawTemplate): TemplateBody | Complaint | null {
  const { choice, several, predict, order, blanks, type, parts, lab, flashcard } = raw;
  switch (kind) {
    case 'choice': {
      if (choice === undefined) return null;
      const say = Object.entries(choice.say ?? {}).map(([outcome, words]) => ({ outcome, words }));
      if (typeof choice.see !== 'string') {
        const facts = Object.entries(choice.see).map(([label, fact]) => ({ label, fact }));
        return { kind, see: { kind: 'labels', facts }, say, beliefs: choice.beliefs };
      }
      const fact = parseFact(choice.see);
      const yesNo = fact.ok && factType(fact.value) === 'truth';
      return { kind, see: { kind: 'fact', fact: choice.see, yesNo }, say, beliefs: choice.beliefs };
    }
    case 'several':
      return several === undefined
        ? null
        : { kind, statements: saidFactsOf(several.statements), beliefs: several.beliefs };
    case 'predict':
      return predict === undefined ? null : { kind, ...predict };
    case 'order':
      return order === undefined ? null : orderOf(order);
    case 'blanks':
      return blanks === undefined
        ? null
        : {
            kind,
            line: blanks.line,
            goal: asList(blanks.goal),
            solution: blanks.solution,
            wrong: blanks.wrong.map((filling) => ({ ...blanks.solution, ...filling })),
            beliefs: blanks.beliefs ?? [],
          };
    case 'type':
      return type === undefined ? null : { kind, ...type, goal: asList(type.goal) };
    case 'parts':
      return parts === undefined
        ? null
        : {
            kind,
            reference: parts.reference,
            ask: parts.ask ?? referenceParts,
            beliefs: parts.beliefs,
          };
    case 'lab':
      return lab === undefined
        ? null
        : {
            kind,
            goal: saidFactsOf(lab.goal),
            never: saidFactsOf(lab.never),
            solution: asList(lab.solution),
            wrong: lab.wrong.map(asList),
            hints: lab.hints,
          };
    case 'flashcard':
      return flashcard === undefined
        ? null
        : {
            kind,
            back: flashcard.back,
            holds: flashcard.holds === undefined ? [] : asList(flashcard.holds),
          };
  }
}

function citationsOf(
  raw: RawTemplate,
  known: Known,
): { readonly sources: readonly SourceCitation[]; readonly complaints: readonly Complaint[] } {
  const sources: SourceCitation[] = [];
  const complaints: Complaint[] = [];
  if (raw.source === undefined) {
    if (known.sourceRequired) {
      complaints.push({
        path: [],
        message: '`source` is missing',
        instead: 'cite the lines: `source: [S0#41-43]`',
      });
    }
    return { sources, complaints };
  }
  asList(raw.source).forEach((text, i) => {
    const citation = parseCitation(text, known.sourceLines);
    if (citation.ok) sources.push(citation.value);
    else
      complaints.push({
        path: ['source', i],
        message: citation.error,
        instead: 'write `S0#41-43` or `S4#54`',
      });
  });
  return { sources, complaints };
}

/** The position of every part that is written, by its path in the normalised template. */
function positionsOf(raw: unknown, base: Path, document: YamlDocument): Record<string, Position> {
  const positions: Record<string, Position> = {};
  const walk = (value: unknown, path: readonly string[], real: Path): void => {
    positions[path.join('.')] = document.positionOf(real);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, [...path, key], [...real, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(raw, [], base);
  return positions;
}
