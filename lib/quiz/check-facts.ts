import { factType, type FactType } from './facts/fact';
import { parseFact } from './facts/parse-fact';
import type { Complaint } from './parse-parameters';
import { goalWords, neverWords } from './lab-words';
import type { SaidFact, TemplateBody } from './template';
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

/** Facts that learners read: yes/no facts that have words, the author's or their own. */
function checkSaidFacts(
  place: ComplaintPath,
  facts: readonly SaidFact[],
  wordsOf: typeof goalWords,
): Complaint[] {
  return facts.flatMap(({ fact: text, say }, i) => {
    const path: ComplaintPath = [...place, i, 'fact'];
    const complaints = checkFact(path, text, ['truth']);
    if (complaints.length > 0 || say !== null) return complaints;
    const fact = parseFact(text);
    if (fact.ok && wordsOf(fact.value) !== null) return [];
    return [
      {
        path,
        message: `\`${text}\` has no words of its own for the learner`,
        instead: `write \`{ fact: '${text}', say: { ko: …, en: … } }\`, or several facts that each have words`,
      },
    ];
  });
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
    case 'several':
      return checkSaidFacts(['several', 'statements'], body.statements, goalWords);
    case 'order':
      return truths(['order', 'goal'], body.goal);
    case 'blanks':
      return truths(['blanks', 'goal'], body.goal);
    case 'type':
      return truths(['type', 'goal'], body.goal);
    case 'lab':
      return [
        ...checkSaidFacts(['lab', 'goal'], body.goal, goalWords),
        ...checkSaidFacts(['lab', 'never'], body.never, neverWords),
      ];
    case 'flashcard':
      return truths(['flashcard', 'holds'], body.holds);
    case 'predict':
    case 'parts':
      return [];
  }
}
