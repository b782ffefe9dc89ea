import { err, ok, type Result } from '../kernel/result';
import { checkTemplate } from './check-template';
import { parseCitation } from './citation';
import type { Known } from './known';
import { parseParameters, type Complaint } from './parse-parameters';
import { schemaProblems } from './schema-problems';
import type { GivenStep, Template } from './template';
import { asList, bodyOf } from './template-body';
import { locate, positionsOf } from './template-positions';
import type { DraftTemplate } from './template-texts';
import type { Position, TemplateProblem } from './template-problem';
import { templateHelp, templateSchema, type RawTemplate } from './template-schema';
import type { SourceCitation } from './types';
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

function givenOf(raw: RawTemplate['given']): readonly GivenStep[] {
  if (raw === undefined) return [];
  return (Array.isArray(raw) ? raw : [raw]).map((step) =>
    typeof step === 'string'
      ? { run: step, fails: false, hidden: false }
      : { run: step.run, fails: step.fails === 'true', hidden: step.hidden === 'true' },
  );
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
