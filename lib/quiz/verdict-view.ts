import { assertNever } from '../kernel/assert-never';
import { framesOf } from '../stage/frames-of';
import type { StageFrame } from '../stage/picture';
import { worldOf } from '../engine';
import { filledLine } from './blank-line';
import { frameOfStep } from './frame-of-step';
import { gapsRight } from './gaps-right';
import { labRunOf, type GradingScene } from './grade';
import { readParts } from './parts-reading';
import { findParting } from './parting/find-parting';
import { runCommands } from './run-steps';
import type { Template } from './template';
import type {
  AnswerKey,
  Grade,
  Locale,
  Response,
  VariantKey,
  VariantProof,
  VariantQuestion,
  Verdict,
  Words,
} from './types';

/** A variant as stored, with everything that a verdict may tell. */
export interface StoredVariant {
  readonly question: VariantQuestion;
  readonly key: VariantKey;
  readonly proof: VariantProof;
}

/** What the variant was made from, and the course's words that a verdict adds: the beliefs named by the grade and the statements of the sources cited. */
export interface VerdictScene extends GradingScene {
  readonly locale: Locale;
  /** What the variant was made from. */
  readonly made: { readonly template: Template; readonly seed: string };
  /** The one with most evidence first. */
  readonly beliefs: readonly {
    readonly id: string;
    readonly belief: Words;
    readonly answer: Words;
  }[];
  readonly statements: readonly {
    readonly source: string;
    readonly file: string;
    readonly from: number;
    readonly to: number;
    readonly words: Words;
    readonly note: Words | null;
  }[];
}

/** What the verdict says to a learner: the key, the beliefs behind a wrong answer, where they and Docker part, why, the whole run, where it comes from. */
export function verdictOf(
  variant: StoredVariant,
  response: Response,
  grade: Grade,
  scene: VerdictScene,
): Verdict {
  const { locale } = scene;
  const beliefs = scene.beliefs.filter(({ id }) => grade.misconceptions.includes(id));
  const held = beliefs.map(({ id }) => id);
  return {
    correct: grade.correct,
    score: grade.score,
    key: answerKey(variant.key, locale),
    beliefs: beliefs.map(({ id, belief, answer }) => ({
      id,
      belief: belief[locale],
      answer: answer[locale],
    })),
    explanation: explanationOf(variant)[locale],
    run: variant.proof.run.map((step) => frameOfStep(step, locale)),
    ...learnerPart(variant, response, scene),
    parting: grade.correct
      ? null
      : findParting({ ...variant, ...scene.made }, response, held, scene.context),
    sources: scene.statements.map(({ source, file, from, to, words, note }) => ({
      source,
      file,
      lines: from === to ? String(from) : `${from}-${to}`,
      statement: words[locale],
      note: note === null ? null : note[locale],
    })),
  };
}

function answerKey(key: VariantKey, locale: Locale): AnswerKey {
  switch (key.kind) {
    case 'choice':
    case 'predict':
      return { kind: key.kind, option: key.option };
    case 'order':
      return { kind: 'order', orders: key.orders };
    case 'several':
      return { kind: 'several', holding: key.holding };
    case 'blanks':
      return { kind: 'blanks', solution: key.solution };
    case 'type':
      return { kind: 'type', solution: key.solution };
    case 'parts':
      return { kind: 'parts', parts: key.parts };
    case 'lab':
      return { kind: 'lab', solution: key.solution };
    case 'flashcard':
      return { kind: 'flashcard', back: key.back[locale] };
    default:
      return assertNever(key);
  }
}

/** At most so many of the last steps of a hands-on question are pictured. */
const picturedSteps = 60;

/** What the learner's own commands did, in the true engine from the stored setup; nothing where none were typed. */
function learnerPart(
  { question: { control }, key }: StoredVariant,
  response: Response,
  scene: VerdictScene,
): Pick<Verdict, 'learnerRun' | 'progress' | 'gaps'> {
  const { setup, context, locale } = scene;
  const world = worldOf(context.catalogue, context.manual);
  const framesOfLine = (line: string): readonly StageFrame[] => {
    const start = setup();
    return framesOf(start, runCommands(start, [line], world), locale, world);
  };
  if (response.kind === 'type') {
    return { learnerRun: framesOfLine(response.command), progress: null, gaps: null };
  }
  if (response.kind === 'blanks' && key.kind === 'blanks' && control.kind === 'blanks') {
    const { fillings } = response;
    return {
      learnerRun: framesOfLine(filledLine(control.pieces, fillings)),
      progress: null,
      gaps: gapsRight(control.pieces, key, fillings, scene),
    };
  }
  if (response.kind === 'lab' && key.kind === 'lab') {
    const { steps, progress } = labRunOf(key, response, scene);
    const first = Math.max(0, steps.length - picturedSteps);
    const from = steps[first - 1]?.after ?? setup();
    const learnerRun = framesOf(from, steps.slice(first), locale, world);
    return {
      learnerRun: learnerRun.length === 0 ? null : learnerRun,
      progress: progress.at(-1) ?? null,
      gaps: null,
    };
  }
  return { learnerRun: null, progress: null, gaps: null };
}

/** The template's own words, or what the withheld part of the run changed, or what it yields. */
function explanationOf({ question, key, proof }: StoredVariant): Words {
  if (proof.explanation !== null) return proof.explanation;
  if (key.kind === 'parts' && question.control.kind === 'parts') {
    return partsExplanation(question.control.reference);
  }
  const changes = proof.run
    .slice(proof.run.length - withheldCount(question, key))
    .flatMap(({ change }) => (change === null ? [] : [change]));
  if (changes.length > 0) {
    return {
      ko: changes.map(({ ko }) => ko).join(' '),
      en: changes.map(({ en }) => en).join(' '),
    };
  }
  if (key.kind === 'choice') {
    const truth = key.options.find(({ id }) => id === key.option);
    if (truth !== undefined) {
      return {
        ko: `엔진에서 실행한 결과: ${truth.text.ko}`,
        en: `Run in the engine, this is the result: ${truth.text.en}`,
      };
    }
  }
  if (key.kind === 'predict') {
    return {
      ko: '이 명령은 아무것도 바꾸지 않고, 지금 있는 것을 보여 주기만 해요.',
      en: 'This command changes nothing; it only shows what is there.',
    };
  }
  return { ko: '', en: '' };
}

function withheldCount(question: VariantQuestion, key: VariantKey): number {
  if (key.kind === 'type' || key.kind === 'blanks') return 1;
  if (key.kind === 'lab') return key.solution.length;
  if (question.control.kind === 'order' && question.control.file === undefined) {
    return question.control.steps.length;
  }
  if (question.control.kind === 'order') return 1 + (question.control.file?.then.length ?? 0);
  return question.scenario.filter(({ output }) => output === null).length;
}

function partsExplanation(reference: string): Words {
  const read = readParts(reference);
  if (!read.ok) return { ko: '', en: '' };
  const { registry, namespace, name, tag } = read.value;
  const path = [registry, namespace, name].filter((part) => part !== '').join('/');
  const full = tag === '' ? path : `${path}:${tag}`;
  return {
    ko: `도커가 쓰는 전체 이름: \`${full}\``,
    en: `The full name that Docker uses: \`${full}\``,
  };
}
