import { SeparationCount } from './belief-separations';
import { seededRandom } from '../kernel/random';
import { noGuesses, withVariant } from './blind-guesses';
import { silhouetteOf, type Silhouette } from './find-tells';
import {
  draftVariant,
  generateVariant,
  noScenes,
  type Scenes,
  type VariantDraft,
} from './generate-variant';
import { metamorphicProblems } from './metamorphic';
import { outputSignature } from './output-signature';
import { assignmentCount } from './parameters';
import type { QuestionContext, Refusal } from './question-context';
import { beliefsOf, problemAt, type Template } from './template';
import { judgedLengths, readHolding, type Holding, type JudgedLengths } from './several-variety';
import type { TemplateProblem } from './template-problem';
import type { SampleVariant, TemplateProof } from './template-proof';
import { lengthWarnings, setTells, statementLengthTells, tellProblems } from './tell-problems';

/** The seeds of a proof, and of the kill matrix: `proof-0`, `proof-1`, … */
export function proofSeed(index: number): string {
  return `proof-${index}`;
}

/** Fewer distinct variants than this are a warning (content.md, rule 4). */
const enoughVariants = 24;
/** From so many seeds on nearly every one of so many combinations has been drawn. */
const enoughSeeds = 200;
/** In fewer seeds a statement whose truth changes now and then may not have changed yet: that says nothing. */
const enoughForStatements = 40;

/** Names and the order of setup commands are changed in so many variants of a whole proof. */
const metamorphicSeeds = 2;

/** A flashcard without parameters is one question: some seeds are enough to confirm what it `holds`. */
const seedsOfOneCard = 8;

export interface ProofOptions {
  /** How many seeds to run; 200 to publish, fewer for a live view. */
  readonly seeds?: number;
  /** How many whole variants to return. */
  readonly samples?: number;
  /** Scenes of this template that are kept for who goes on with them. */
  readonly scenes?: Scenes;
}

/**
 * Proves a template: makes its variant of every seed in the true engine and in the engines of its beliefs and collects what is wrong, each at the line of the template
 * where it is to be mended. Pure; the same template gives the same proof.
 */
export function proveTemplate(
  template: Template,
  context: QuestionContext,
  options: ProofOptions = {},
): TemplateProof {
  const steps = proofSteps(template, context, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same proof one seed at a time, for a caller who must let others run meanwhile or give up: yields how many seeds are done,
 * returns the proof.
 */
export function* proofSteps(
  template: Template,
  context: QuestionContext,
  { seeds: wanted = 200, samples: sampleCount = 3, scenes = noScenes() }: ProofOptions = {},
): Generator<number, TemplateProof, undefined> {
  const seeds = isOneCard(template) ? Math.min(wanted, seedsOfOneCard) : wanted;
  const refusals = new Refusals(template, seeds);
  const fingerprints = new Set<string>();
  const silhouettes: Silhouette[] = [];
  const holdings: Holding[] = [];
  const lengths: JudgedLengths[] = [];
  const apart = new Map<string, number>(beliefsOf(template.body).map((id) => [id, 0]));
  const separations = new SeparationCount(beliefsOf(template.body));
  const samples: SampleVariant[] = [];
  const answers: (string | null)[] = [];
  let blind = noGuesses;
  for (let i = 0; i < seeds; i++) {
    if (i > 0) yield i;
    const seed = proofSeed(i);
    const draft = draftVariant(template, seed, context, scenes);
    answers.push(draft.ok ? shortAnswer(draft.value.outcome) : null);
    if (!draft.ok) {
      refusals.add(draft.error);
      continue;
    }
    const { question, key, fingerprint } = draft.value;
    blind = withVariant(blind, question, key);
    const silhouette = silhouetteOf(question, key);
    if (silhouette !== null) silhouettes.push(silhouette);
    separations.add(key);
    if (key.kind === 'several') holdings.push(readHolding(draft.value.outcome));
    const judged = judgedLengths(question, key);
    if (judged !== null) lengths.push(judged);
    for (const id of beliefsApart(draft.value)) apart.set(id, (apart.get(id) ?? 0) + 1);
    if (!fingerprints.has(fingerprint) && samples.length < sampleCount) {
      const whole = generateVariant(template, seed, context, scenes);
      if (whole.ok) samples.push({ ...whole.value, seed });
    }
    fingerprints.add(fingerprint);
  }
  const problems = [
    ...refusals.problems(),
    ...(fingerprints.size > 0 ? idleBeliefs(template, apart, seeds) : []),
    ...tellProblems(template, silhouettes),
    ...(wanted >= enoughForStatements
      ? [...setTells(template, holdings, 'fixed'), ...statementLengthTells(template, lengths)]
      : []),
    ...(wanted >= enoughSeeds ? metamorphicProblems(template, context, metamorphicSeeds) : []),
  ];
  return {
    templateId: template.id,
    conceptId: template.conceptId,
    kind: template.kind,
    proved: problems.length === 0,
    seeds,
    variants: fingerprints.size,
    yesNo: isYesNo(template),
    beliefs: [...apart].map(([id, tellsApart]) => ({ id, tellsApart })),
    answers,
    blind,
    separations: separations.result(),
    problems,
    warnings: [
      ...lengthWarnings(template, silhouettes),
      ...(wanted >= enoughForStatements ? setTells(template, holdings, 'count') : []),
      ...variantWarnings(template, fingerprints.size, seeds),
    ],
    samples,
  };
}

/** So much of an answer is kept as it is; of a longer one the end gives way to a digest. */
const mostOfAnswer = 160;

/** An answer without its generated ids and times, short enough to be stored by the hundred. */
function shortAnswer(outcome: string): string {
  const whole = outputSignature(outcome);
  return whole.length <= mostOfAnswer
    ? whole
    : `${whole.slice(0, mostOfAnswer - 20)}… (${seededRandom(whole).hex(16)})`;
}

/** The proof of a template that makes the engine throw: it has failed with the words of the failure, and others can still be proved. */
export function stoppedProof(template: Template, seeds: number, failure: unknown): TemplateProof {
  const words = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return {
    templateId: template.id,
    conceptId: template.conceptId,
    kind: template.kind,
    proved: false,
    seeds,
    variants: 0,
    yesNo: isYesNo(template),
    beliefs: [],
    answers: [],
    blind: noGuesses,
    problems: [problemAt(template, '', `the proof stopped: ${words}`, '')],
    warnings: [],
    separations: [],
    samples: [],
  };
}

function isOneCard({ kind, parameters }: Template): boolean {
  return kind === 'flashcard' && parameters.length === 0;
}

function isYesNo({ body }: Template): boolean {
  return body.kind === 'choice' && body.see.kind === 'fact' && body.see.yesNo;
}

/** The beliefs whose engine answers otherwise than the true one in this variant. */
function beliefsApart({ key, beliefs, outcome }: VariantDraft): readonly string[] {
  switch (key.kind) {
    case 'choice':
    case 'predict':
      return [...new Set(key.options.flatMap((option) => option.beliefs))];
    case 'order':
      return key.beliefs.filter(({ orders }) => orders.length > 0).map(({ id }) => id);
    case 'blanks':
      return key.beliefs.map(({ id }) => id);
    case 'several':
    case 'parts':
      return beliefs.filter((belief) => belief.outcome !== outcome).map(({ id }) => id);
    case 'type':
    case 'lab':
    case 'flashcard':
      return [];
  }
}

/** Collects refusals: one problem a place, with how many seeds show it. */
class Refusals {
  private readonly byPath = new Map<string, { readonly first: Refusal; count: number }>();

  constructor(
    private readonly template: Template,
    private readonly seeds: number,
  ) {}

  add(refusal: Refusal): void {
    const known = this.byPath.get(refusal.path);
    if (known === undefined) this.byPath.set(refusal.path, { first: refusal, count: 1 });
    else known.count++;
  }

  problems(): TemplateProblem[] {
    return [...this.byPath].map(([path, { first, count }]) => {
      const often = count === this.seeds ? '' : ` (in ${count} of ${this.seeds} variants)`;
      return problemAt(this.template, path, `${first.message}${often}`, first.instead);
    });
  }
}

function idleBeliefs(
  template: Template,
  apart: ReadonlyMap<string, number>,
  seeds: number,
): TemplateProblem[] {
  return beliefsOf(template.body).flatMap((belief, i) =>
    (apart.get(belief) ?? 0) > 0
      ? []
      : [
          problemAt(
            template,
            `${template.kind}.beliefs.${i}`,
            `the belief \`${belief}\` yields no wrong answer in any of ${seeds} variants`,
            'drop it, or ask something in which it differs from Docker',
          ),
        ],
  );
}

function variantWarnings(template: Template, variants: number, seeds: number): TemplateProblem[] {
  if (template.kind === 'flashcard' || seeds < enoughVariants || variants >= enoughVariants)
    return [];
  const possible = assignmentCount(template.parameters);
  // A short proof draws some combinations twice and misses others: that says nothing about the template.
  if (possible >= enoughVariants && seeds < enoughSeeds) return [];
  return [
    problemAt(
      template,
      'with',
      `there are only ${variants} distinct variants (${possible} combinations of parameters)`,
      `add parameters or values until there are at least ${enoughVariants}`,
    ),
  ];
}
