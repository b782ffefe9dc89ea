import type { Filling, SaidFact, Template, TemplateBody } from './template';
import type { Words } from './types';

/** The path of a part from the template's top. */
export type ComplaintPath = readonly (string | number)[];

/** One text of a template, where it stands and whether both languages see it. */
export interface TemplateText {
  readonly path: ComplaintPath;
  readonly text: string;
  readonly use: 'command' | 'words' | 'outcome-words';
}

/** A template before its facts, names and parameters are checked. */
export type DraftTemplate = Omit<Template, 'positions' | 'sources' | 'yaml'>;

function wordsTexts(
  path: ComplaintPath,
  words: Words | null,
  use: TemplateText['use'] = 'words',
): TemplateText[] {
  if (words === null) return [];
  return [
    { path: [...path, 'ko'], text: words.ko, use },
    { path: [...path, 'en'], text: words.en, use },
  ];
}

function bodyTexts(body: TemplateBody): TemplateText[] {
  const command = (path: ComplaintPath, text: string): TemplateText => ({
    path,
    text,
    use: 'command',
  });
  const commands = (path: ComplaintPath, texts: readonly string[]): TemplateText[] =>
    texts.map((text, i) => command([...path, i], text));
  const facts = (path: ComplaintPath, listed: readonly SaidFact[]): TemplateText[] =>
    listed.flatMap(({ fact, say }, i) => [
      command([...path, i, 'fact'], fact),
      ...wordsTexts([...path, i, 'say'], say),
    ]);
  switch (body.kind) {
    case 'choice':
      return [
        ...(body.see.kind === 'fact'
          ? [command(['choice', 'see'], body.see.fact)]
          : body.see.facts.map(({ label, fact }) => command(['choice', 'see', label], fact))),
        ...body.say.flatMap(({ outcome, words }) => [
          command(['choice', 'say', outcome], outcome),
          ...wordsTexts(
            ['choice', 'say', outcome],
            words,
            outcome === '*' ? 'outcome-words' : 'words',
          ),
        ]),
      ];
    case 'several':
      return facts(['several', 'statements'], body.statements);
    case 'predict':
      return [command(['predict', 'see'], body.see)];
    case 'order':
      return [
        ...commands(['order', body.file === undefined ? 'steps' : 'lines'], body.steps),
        ...(body.file === undefined
          ? []
          : [
              command(['order', 'file'], body.file.path),
              ...commands(['order', 'then'], body.file.then),
            ]),
        ...commands(['order', 'goal'], body.goal),
      ];
    case 'blanks': {
      const filled = (path: ComplaintPath, filling: Filling): TemplateText[] =>
        Object.entries(filling).map(([gap, text]) => command([...path, gap], text));
      return [
        command(['blanks', 'line'], body.line),
        ...commands(['blanks', 'goal'], body.goal),
        ...filled(['blanks', 'solution'], body.solution),
        ...body.wrong.flatMap((filling, i) => filled(['blanks', 'wrong', i], filling)),
      ];
    }
    case 'type':
      return [
        ...commands(['type', 'goal'], body.goal),
        command(['type', 'solution'], body.solution),
        ...commands(['type', 'wrong'], body.wrong),
      ];
    case 'parts':
      return [command(['parts', 'reference'], body.reference)];
    case 'lab': {
      return [
        ...facts(['lab', 'goal'], body.goal),
        ...facts(['lab', 'never'], body.never),
        ...commands(['lab', 'solution'], body.solution),
        ...body.wrong.flatMap((lines, i) => commands(['lab', 'wrong', i], lines)),
        ...body.hints.flatMap((hint, i) => wordsTexts(['lab', 'hints', i], hint)),
      ];
    }
    case 'flashcard':
      return [
        ...wordsTexts(['flashcard', 'back'], body.back),
        ...commands(['flashcard', 'holds'], body.holds),
      ];
  }
}

/** Every text of a template in which a parameter may stand. */
export function allTexts(template: DraftTemplate): TemplateText[] {
  return [
    ...(template.images ?? []).map((text, i): TemplateText => ({
      path: ['images', i],
      text,
      use: 'command',
    })),
    ...template.given.map(({ run }, i): TemplateText => ({
      path: ['given', i],
      text: run,
      use: 'command',
    })),
    ...template.do.map((text, i): TemplateText => ({ path: ['do', i], text, use: 'command' })),
    ...wordsTexts(['ask'], template.ask),
    ...wordsTexts(['explain'], template.explain),
    ...bodyTexts(template.body),
  ];
}
