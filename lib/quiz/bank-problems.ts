import { blindTells, type BlindWay } from './blind-guesses';
import type { TemplateProof } from './template-proof';

type Proved = Pick<TemplateProof, 'beliefs' | 'yesNo' | 'blind'>;

const ways: Readonly<Record<BlindWay, string>> = {
  first: 'takes the first option',
  last: 'takes the last option',
  longest: 'takes the longest option',
  shortest: 'takes the shortest option',
  yes: 'says yes to every yes/no question',
};

/**
 * What is wrong with a bank as a whole, a line each; empty when nothing is: a misconception that no template tells from the truth although it lists it, and ways to be right without knowing Docker.
 */
export function bankProblems(
  proofs: readonly Proved[],
  misconceptions: readonly string[],
): readonly string[] {
  const toldApart = new Set(
    proofs.flatMap(({ beliefs }) =>
      beliefs.filter(({ tellsApart }) => tellsApart > 0).map(({ id }) => id),
    ),
  );
  const untold = misconceptions
    .filter((id) => !toldApart.has(id))
    .map(
      (id) =>
        `no question tells the misconception \`${id}\` from the truth — list it in the beliefs of a question that it answers otherwise than Docker (npm run prove -- --matrix shows where it does)`,
    );
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  const given = blindTells(proofs).map(
    ({ way, right, lots }) =>
      `who ${ways[way]} is right in ${percent(right)} of the questions, by drawing lots in ${percent(lots)} — make keys and wrong options alike in this`,
  );
  return [...untold, ...given];
}
