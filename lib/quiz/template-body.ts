import { factType } from './facts/fact';
import { parseFact } from './facts/parse-fact';
import type { Complaint } from './parse-parameters';
import type { SaidFact, TemplateBody } from './template';
import type { RawTemplate } from './template-schema';
import { kinds, referenceParts, type Kind } from './types';

/** What a template asks, of its one kind; a complaint when it has none or several. */
export function bodyOf(raw: RawTemplate): TemplateBody | Complaint {
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

function saidFactsOf(
  raw: NonNullable<RawTemplate['lab']>['goal'] | undefined,
): readonly SaidFact[] {
  if (raw === undefined) return [];
  return (Array.isArray(raw) ? raw : [raw]).map((fact) =>
    typeof fact === 'string' ? { fact, say: null } : fact,
  );
}

/** A list of one may be written without the list. */
export function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
