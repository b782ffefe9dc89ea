import { factType, type FactType } from './facts/fact';
import { parseFact } from './facts/parse-fact';
import type { Complaint } from './parse-parameters';
import type { TemplateBody } from './template';
import type { ComplaintPath } from './template-texts';

function checkFact(
  path: ComplaintPath,
  text: string,
  wanted: readonly FactType[] | null,
): Complaint[] {
  const fact = parseFact(text);
  if (!fact.ok) {
    const { at, message, instead } = fact.error;
    return [{ path, offset: at, message: `\`${text}\`: ${message}`, instead }];
  }
  const type = factType(fact.value);
  if (wanted === null || wanted.includes(type)) return [];
  return [
    {
      path,
      message: `\`${text}\` is not a yes/no fact`,
      instead: 'compare it, for example `state(web) == paused` or `memory(web) > 0`',
    },
  ];
}

/** Facts that do not parse, or are no yes/no facts where one is needed. */
export function checkFacts(body: TemplateBody): Complaint[] {
  const truths = (path: ComplaintPath, facts: readonly string[]): Complaint[] =>
    facts.flatMap((fact, i) => checkFact([...path, i], fact, ['truth']));
  switch (body.kind) {
    case 'choice':
      return body.see.kind === 'fact'
        ? checkFact(['choice', 'see'], body.see.fact, null)
        : body.see.facts.flatMap(({ label, fact }) =>
            checkFact(['choice', 'see', label], fact, ['truth']),
          );
    case 'order':
      return truths(['order', 'goal'], body.goal);
    case 'type':
      return truths(['type', 'goal'], body.goal);
    case 'flashcard':
      return truths(['flashcard', 'holds'], body.holds);
    case 'predict':
    case 'parts':
      return [];
  }
}
