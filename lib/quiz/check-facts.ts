import { factType, type Fact, type FactName, type FactType } from './facts/fact';
import { parseFact } from './facts/parse-fact';
import { didYouMean } from './nearest-word';
import type { Complaint } from './parse-parameters';
import { goalWords, neverWords } from './lab-words';
import type { SaidFact, TemplateBody } from './template';
import type { ComplaintPath } from './template-texts';

/** The words that a fact can yield, where they are few. */
const fewWords: Readonly<Partial<Record<FactName, readonly string[]>>> = {
  state: ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead', 'absent'],
  'restart-policy': ['no', 'always', 'unless-stopped', 'on-failure', 'absent'],
};

/** A comparison of a fact with a word that it never yields: `state(web) == stopped`; null when there is none. */
function impossibleWord(
  fact: Fact,
): { readonly at: number; readonly message: string; readonly instead: string } | null {
  switch (fact.kind) {
    case 'and':
    case 'or':
      return fact.parts.map(impossibleWord).find((found) => found !== null) ?? null;
    case 'not':
      return impossibleWord(fact.fact);
    case 'compare': {
      const sides = [fact.left, fact.right];
      const call = sides.find((side) => side.kind === 'call');
      const word = sides.find((side) => side.kind === 'text');
      if (call === undefined || word === undefined || /[<>]/.test(word.text)) return null;
      const words = fewWords[call.name];
      if (words === undefined || words.includes(word.text)) return null;
      const stopped = call.name === 'state' && word.text === 'stopped';
      return {
        at: word.at,
        message: `\`${call.name}\` is never \`${word.text}\``,
        instead: stopped ? 'Docker calls that state `exited`' : didYouMean(word.text, words),
      };
    }
    case 'call':
    case 'text':
    case 'number':
      return null;
  }
}

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
  const odd = impossibleWord(fact.value);
  if (odd !== null) {
    const { at, message, instead } = odd;
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
