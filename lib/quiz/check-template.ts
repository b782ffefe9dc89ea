import { misconceptionIds } from '../engine';
import { factType, type FactType } from './facts/fact';
import { parseFact } from './facts/parse-fact';
import { canonicalImage } from './image-name';
import type { Known } from './known';
import { didYouMean } from './nearest-word';
import { parametersIn } from './parameters';
import type { Complaint } from './parse-parameters';
import { misreadings } from './parts-reading';
import { singleCommand } from './single-command';
import type { Parameter, Template, TemplateBody } from './template';
import type { Words } from './types';

/*
 * What a template's texts must mean, beyond their shape: names that exist, facts that parse, parameters declared and used, outcomes
 * that all have words. Each rule is one function from the template to complaints.
 */

type ComplaintPath = readonly (string | number)[];

/** One text of a template, where it stands and whether both languages see it. */
interface TemplateText {
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
    case 'predict':
      return [command(['predict', 'see'], body.see)];
    case 'order':
      return [
        ...commands(['order', 'steps'], body.steps),
        ...commands(['order', 'goal'], body.goal),
      ];
    case 'type':
      return [
        ...commands(['type', 'goal'], body.goal),
        command(['type', 'solution'], body.solution),
        ...commands(['type', 'wrong'], body.wrong),
      ];
    case 'parts':
      return [command(['parts', 'reference'], body.reference)];
    case 'flashcard':
      return [
        ...wordsTexts(['flashcard', 'back'], body.back),
        ...commands(['flashcard', 'holds'], body.holds),
      ];
  }
}

/** Every text of a template in which a parameter may stand. */
function allTexts(template: DraftTemplate): TemplateText[] {
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

function isInWords(parameter: Parameter, name: string): boolean {
  const { names, draw } = parameter;
  if (draw.kind === 'range') return false;
  if (draw.kind === 'distinct') return draw.values.some((value) => typeof value !== 'string');
  const index = names.indexOf(name);
  return draw.rows.some((row) => typeof row[index] !== 'string');
}

function checkParameters(template: DraftTemplate): Complaint[] {
  const declared = new Map(
    template.parameters.flatMap((parameter) => parameter.names.map((name) => [name, parameter])),
  );
  const used = new Set<string>();
  const complaints: Complaint[] = [];
  for (const { path, text, use } of allTexts(template)) {
    for (const name of parametersIn(text)) {
      used.add(name);
      if (name === 'value' && use === 'outcome-words') continue;
      const parameter = declared.get(name);
      const offset = text.indexOf(`<${name}>`);
      if (name === 'value') {
        complaints.push({
          path,
          offset,
          message: '`<value>` has a meaning only in the words of `"*"` in `say`',
          instead: 'declare a parameter of another name',
        });
      } else if (parameter === undefined) {
        const known = [...declared.keys()];
        const advice =
          known.length === 0 ? `add \`with: { ${name}: [web, api] }\`` : didYouMean(name, known);
        complaints.push({
          path,
          offset,
          message: `the parameter \`<${name}>\` is not declared`,
          instead: `${advice}; a literal < is written \\<`,
        });
      } else if (use === 'command' && isInWords(parameter, name)) {
        complaints.push({
          path,
          offset,
          message: `\`<${name}>\` is in two languages and cannot stand in a command or a fact`,
          instead: 'give it single texts, or use it in words only',
        });
      }
    }
  }
  for (const parameter of template.parameters) {
    for (const name of parameter.names.filter((name) => !used.has(name))) {
      complaints.push({
        path: ['with', parameter.names.join(', ')],
        message: `the parameter \`${name}\` is never used`,
        instead: `use it as \`<${name}>\` or remove it`,
      });
    }
  }
  return complaints;
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

function checkFacts(body: TemplateBody): Complaint[] {
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

/** Every outcome that a probe of labels can have, in the order the labels are written. */
export function labelOutcomes(labels: readonly string[]): string[] {
  const outcomes: string[] = [];
  for (let set = 2 ** labels.length - 1; set >= 0; set--) {
    const chosen = labels.filter((_, i) => (set >> i) & 1);
    outcomes.push(chosen.length === 0 ? 'none' : chosen.join('+'));
  }
  return outcomes;
}

function checkSay(body: TemplateBody): Complaint[] {
  if (body.kind !== 'choice') return [];
  const complaints: Complaint[] = [];
  const written = body.say.map(({ outcome }) => outcome);
  const wanted = wantedOutcomes(body);
  if (body.see.kind === 'labels') {
    const { facts } = body.see;
    if (facts.length === 0 || facts.length > 3) {
      complaints.push({
        path: ['choice', 'see'],
        message: `\`see\` has ${facts.length} labels`,
        instead: 'use 1 to 3 yes/no facts, or one fact with a value',
      });
      return complaints;
    }
    for (const { label } of facts.filter(
      ({ label }) => !/^[a-z][a-z0-9-]*$/.test(label) || label === 'none',
    )) {
      complaints.push({
        path: ['choice', 'see', label],
        message: `"${label}" cannot be a label`,
        instead: 'use lower-case letters, digits and -; `none` is kept for no label',
      });
    }
  }
  if (wanted !== null) {
    for (const outcome of written.filter((outcome) => !wanted.includes(outcome))) {
      complaints.push({
        path: ['choice', 'say', outcome],
        message: `\`${outcome}\` is not an outcome of \`see\``,
        instead: didYouMean(
          outcome,
          wanted.filter((known) => !written.includes(known)),
        ),
      });
    }
    const missing = wanted.filter((outcome) => !written.includes(outcome));
    const optional = body.see.kind === 'fact' && written.length === 0;
    if (missing.length > 0 && !optional) {
      complaints.push({
        path: ['choice', 'say'],
        message: `\`say\` has no words for ${missing.map((outcome) => `\`${outcome}\``).join(', ')}`,
        instead: `add \`${missing[0] ?? ''}: { ko: …, en: … }\`; every outcome needs its words`,
      });
    }
  }
  for (const locale of ['ko', 'en'] as const) {
    const seen = new Map<string, string>();
    for (const { outcome, words } of body.say) {
      const twin = seen.get(words[locale].trim());
      if (twin !== undefined) {
        complaints.push({
          path: ['choice', 'say', outcome, locale],
          message: `\`${twin}\` and \`${outcome}\` have the same words`,
          instead: 'say different things for different outcomes',
        });
      }
      seen.set(words[locale].trim(), outcome);
    }
  }
  return complaints;
}

/** The outcomes that `say` must map, when they are known beforehand; null when they are values. */
function wantedOutcomes(body: Extract<TemplateBody, { kind: 'choice' }>): readonly string[] | null {
  if (body.see.kind === 'labels') return labelOutcomes(body.see.facts.map(({ label }) => label));
  return body.see.yesNo ? ['yes', 'no'] : null;
}

function beliefsOf(body: TemplateBody): readonly string[] {
  return 'beliefs' in body ? body.beliefs : [];
}

function checkBeliefs(body: TemplateBody, known: Known): Complaint[] {
  const complaints: Complaint[] = [];
  const beliefs = beliefsOf(body);
  const usable: readonly string[] =
    body.kind === 'parts' ? Object.keys(misreadings) : misconceptionIds;
  beliefs.forEach((belief, i) => {
    const path = [body.kind, 'beliefs', i];
    if (beliefs.indexOf(belief) < i) {
      complaints.push({
        path,
        message: `the belief \`${belief}\` is listed twice`,
        instead: 'list it once',
      });
    } else if (!usable.includes(belief)) {
      const message =
        body.kind === 'parts' && misconceptionIds.some((id) => id === belief)
          ? `\`${belief}\` is not a way to misread a name`
          : `there is no misconception \`${belief}\``;
      complaints.push({ path, message, instead: didYouMean(belief, usable) });
    } else if (!known.misconceptions.has(belief)) {
      complaints.push({
        path,
        message: `the misconception \`${belief}\` has no words yet`,
        instead: 'describe it in content/misconceptions.yaml',
      });
    }
  });
  const fewest = body.kind === 'choice' || body.kind === 'predict' ? 1 : 0;
  if (beliefs.length < fewest) {
    complaints.push({
      path: [body.kind, 'beliefs'],
      message: 'no belief is listed, so there is no wrong option',
      instead: 'list the misconceptions that bear on this question',
    });
  }
  return complaints;
}

function checkCommand(path: ComplaintPath, text: string): Complaint[] {
  const command = singleCommand(text.replace(/\\<|<[a-zA-Z][\w-]*>/g, 'x'));
  if (command.ok) return [];
  const messages: Readonly<Record<typeof command.error.kind, string>> = {
    empty: 'the command is empty',
    'too-long': 'the command is too long',
    'several-lines': 'the command has several lines',
    'not-docker': `\`${text}\` is not a docker command`,
    'shell-sign': `\`${text}\` holds a shell sign outside quotes`,
    'open-quote': `\`${text}\` opens a quote and never closes it`,
  };
  return [
    {
      path,
      message: messages[command.error.kind],
      instead: 'write one command that begins with `docker`',
    },
  ];
}

function checkCommands(body: TemplateBody): Complaint[] {
  switch (body.kind) {
    case 'predict':
      return checkCommand(['predict', 'see'], body.see);
    case 'order':
      return body.steps.flatMap((step, i) => checkCommand(['order', 'steps', i], step));
    case 'type':
      return [
        ...checkCommand(['type', 'solution'], body.solution),
        ...body.wrong.flatMap((command, i) => checkCommand(['type', 'wrong', i], command)),
      ];
    case 'choice':
    case 'parts':
    case 'flashcard':
      return [];
  }
}

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

function checkKind(template: DraftTemplate): Complaint[] {
  const { body } = template;
  const complaints: Complaint[] = [];
  if (
    template.ask === null &&
    (body.kind === 'choice' || body.kind === 'type' || body.kind === 'flashcard')
  ) {
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
      if (body.steps.length < 3 || body.steps.length > 5) {
        complaints.push({
          path: ['order', 'steps'],
          message: `there are ${body.steps.length} steps`,
          instead: 'give 3 to 5 steps',
        });
      }
      return [...complaints, ...repeated(['order', 'steps'], body.steps, 'step')];
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
    ...checkKind(template),
    ...checkImages(template, known),
  ];
}
