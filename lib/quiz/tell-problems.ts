import { findTells, type Silhouette } from './find-tells';
import {
  findLengthTells,
  findSetTells,
  type Holding,
  type JudgedLengths,
  type SetTell,
} from './several-variety';
import { problemAt, type Template } from './template';
import type { TemplateProblem } from './template-problem';
import type { Locale } from './types';

/** Tells that an author can mend fail the proof; the length of outputs is Docker's own and only a warning. */
export function tellProblems(
  template: Template,
  silhouettes: readonly Silhouette[],
): TemplateProblem[] {
  return findTells(silhouettes).flatMap(({ kind, share }) => {
    const percent = Math.round(share * 100);
    if (kind === 'position') {
      return [
        problemAt(
          template,
          '',
          `the key stands in one place in ${percent}% of the variants`,
          'report this: the order of options is random',
        ),
      ];
    }
    if (template.kind === 'predict') return [];
    return [
      problemAt(template, `${template.kind}.say`, lengthMessage(kind, percent), lengthAdvice),
    ];
  });
}

/** What can be learned by heart of statements: that their truth never changes fails the proof, that always equally many hold is a warning. */
export function setTells(
  template: Template,
  holdings: readonly Holding[],
  wanted: SetTell['kind'],
): TemplateProblem[] {
  if (template.body.kind !== 'several') return [];
  return findSetTells(holdings, template.body.statements.length)
    .filter(({ kind }) => kind === wanted)
    .map((tell) =>
      tell.kind === 'fixed'
        ? problemAt(
            template,
            'several.statements',
            `${tell.varying === 0 ? 'no statement holds' : 'only one statement holds'} in some variants and not in others`,
            'draw the command or what the statements speak of, so that at least two change',
          )
        : problemAt(
            template,
            'several.statements',
            `always ${tell.holding} of the statements hold`,
            'draw a command after which more or fewer do',
          ),
    );
}

/** Statements whose truth their length tells fail the proof. */
export function statementLengthTells(
  template: Template,
  lengths: readonly JudgedLengths[],
): TemplateProblem[] {
  return findLengthTells(lengths).map(({ locale, which, holds, share }) =>
    problemAt(
      template,
      'several.statements',
      `in ${languageNames[locale]} what is by far the ${which} of the statements ${holds ? 'holds' : 'does not hold'} in ${Math.round(share * 100)}% of the variants`,
      'make the statements about equally long',
    ),
  );
}

const languageNames: Readonly<Record<Locale, string>> = { ko: 'Korean', en: 'English' };

const lengthAdvice = 'make the options about equally long';

function lengthMessage(kind: 'longest' | 'shortest', percent: number): string {
  const word = kind === 'longest' ? 'longest' : 'shortest';
  return `the right option is by far the ${word} in ${percent}% of the variants`;
}

/** What the length of outputs tells: Docker's own, so that it is a warning. */
export function lengthWarnings(
  template: Template,
  silhouettes: readonly Silhouette[],
): TemplateProblem[] {
  if (template.kind !== 'predict') return [];
  return findTells(silhouettes).flatMap(({ kind, share }) =>
    kind === 'position'
      ? []
      : [
          problemAt(
            template,
            'predict.see',
            lengthMessage(kind, Math.round(share * 100)),
            'ask with --format for less, so that outputs are about equally long',
          ),
        ],
  );
}
