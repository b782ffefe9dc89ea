import { checkBlanks } from './check-blanks';
import { checkBeliefs } from './check-beliefs';
import { checkCommands } from './check-commands';
import { checkFacts } from './check-facts';
import { checkLineWords } from './check-line-words';
import { checkParameters } from './check-parameters';
import { checkSay } from './check-say';
import { defaultAsk } from './default-words';
import { canonicalImage } from './image-name';
import type { Known } from './known';
import { didYouMean } from './nearest-word';
import { parametersIn } from './parameters';
import type { Complaint } from './parse-parameters';
import type { TemplateBody } from './template';
import type { ComplaintPath, DraftTemplate } from './template-texts';

function repeated(path: ComplaintPath, texts: readonly string[], what: string): Complaint[] {
  return texts.flatMap((text, i) =>
    texts.indexOf(text) < i
      ? [
          {
            path: [...path, i],
            message: `the ${what} \`${text}\` stands twice`,
            instead: 'write each once',
          },
        ]
      : [],
  );
}

function checkOrder(
  { steps, file }: Extract<TemplateBody, { kind: 'order' }>,
  asks: boolean,
): Complaint[] {
  const complaints: Complaint[] = [];
  const key = file === undefined ? 'steps' : 'lines';
  if (steps.length < 3 || steps.length > 5) {
    complaints.push({
      path: ['order', key],
      message: `there ${steps.length === 1 ? 'is 1' : `are ${steps.length}`} ${steps.length === 1 ? key.slice(0, -1) : key}`,
      instead: `give 3 to 5 ${key}`,
    });
  }
  if (file !== undefined && file.then.length === 0) {
    complaints.push({
      path: ['order'],
      message: '`order.then` is missing, so the file is written and nothing is done with it',
      instead: 'write `then: docker build -t app .`',
    });
  }
  if (file !== undefined && !asks) {
    complaints.push({
      path: [],
      message: '`ask` is missing',
      instead: 'say what the file must do: `ask: { ko: …, en: … }`',
    });
  }
  return [...complaints, ...repeated(['order', key], steps, key.slice(0, -1))];
}

function checkKind(template: DraftTemplate): Complaint[] {
  const { body } = template;
  const complaints: Complaint[] = [];
  if (template.ask === null && !(body.kind in defaultAsk)) {
    complaints.push({
      path: [],
      message: '`ask` is missing',
      instead: 'write `ask: { ko: …, en: … }`',
    });
  }
  const misplaced = (key: 'given' | 'do' | 'images', instead: string): void => {
    const value = template[key];
    if (value === null || value.length === 0) return;
    complaints.push({
      path: [key],
      message: `\`${key}\` has no meaning in a \`${body.kind}\` question`,
      instead,
    });
  };
  switch (body.kind) {
    case 'order':
      misplaced('do', 'put the command in `given` or in `steps`');
      return [...complaints, ...checkOrder(body, template.ask !== null)];
    case 'several':
      if (body.statements.length < 3 || body.statements.length > 5) {
        complaints.push({
          path: ['several', 'statements'],
          message: `there are ${body.statements.length} statements`,
          instead: 'give 3 to 5',
        });
      }
      return [
        ...complaints,
        ...repeated(
          ['several', 'statements'],
          body.statements.map(({ fact }) => fact),
          'fact',
        ),
      ];
    case 'blanks':
      misplaced('do', 'put the command in `given`');
      return [...complaints, ...checkBlanks(body)];
    case 'type':
      misplaced('do', 'put the command in `given`');
      if (body.wrong.length < 2) {
        complaints.push({
          path: ['type', 'wrong'],
          message: 'there is only one wrong attempt',
          instead: 'give at least two that learners would type',
        });
      }
      return [
        ...complaints,
        ...repeated(['type', 'wrong'], [body.solution, ...body.wrong].slice(1), 'command'),
      ];
    case 'lab':
      misplaced('do', 'put the command in `given`');
      if (body.wrong.length < 2) {
        complaints.push({
          path: ['lab', 'wrong'],
          message: 'there is only one wrong attempt',
          instead: 'give at least two that learners would make, each a list of lines',
        });
      }
      return [
        ...complaints,
        ...repeated(
          ['lab', 'wrong'],
          body.wrong.map((lines) => lines.join('; ')),
          'attempt',
        ),
      ];
    case 'parts':
      misplaced('given', 'remove it: only the name is read');
      misplaced('do', 'remove it: only the name is read');
      misplaced('images', 'remove it: only the name is read');
      return [...complaints, ...repeated(['parts', 'ask'], body.ask, 'part')];
    case 'choice':
    case 'predict':
    case 'flashcard':
      return complaints;
  }
}

function checkImages(template: DraftTemplate, known: Known): Complaint[] {
  return (template.images ?? []).flatMap((name, i) => {
    if (parametersIn(name).length > 0) return [];
    const canonical = canonicalImage(name);
    if (canonical !== null && known.images.has(canonical)) return [];
    const familiar = [...known.images].map((image) =>
      image.replace(/^docker\.io\/(library\/)?/, '').replace(/:latest$/, ''),
    );
    return [
      {
        path: ['images', i],
        message: `there is no image \`${name}\` in the catalogue`,
        instead: didYouMean(name, familiar),
      },
    ];
  });
}

/** Everything that is wrong with a template whose shape is right; empty when it may be proved. */
export function checkTemplate(template: DraftTemplate, known: Known): Complaint[] {
  const complaints: Complaint[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(template.id) || template.id.length > 80) {
    complaints.push({
      path: ['id'],
      message: `"${template.id}" cannot be an id`,
      instead: 'use lower-case words joined by -, at most 80 characters: `paused-keeps-memory`',
    });
  }
  if (!known.concepts.has(template.conceptId)) {
    complaints.push({
      path: ['concept'],
      message: `there is no concept \`${template.conceptId}\``,
      instead: didYouMean(template.conceptId, known.concepts),
    });
  }
  return [
    ...complaints,
    ...checkParameters(template),
    ...checkFacts(template.body),
    ...checkSay(template.body),
    ...checkBeliefs(template.body, known),
    ...checkCommands(template.body),
    ...checkLineWords(template),
    ...checkKind(template),
    ...checkImages(template, known),
  ];
}
