'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Keyboard } from 'lucide-react';
import { assertNever } from '@/lib/kernel/assert-never';
import type { LabApi } from '@/lib/quiz/lab-contract';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import { recalls, type Confidence, type QuestionView, type Response } from '@/lib/quiz/types';
import { Button } from '@/components/ui/button';
import { AnswerBar } from './answer-bar';
import { AnswerControl } from './answer-control';
import { emptyDraft, readDraft } from './answer-draft';
import { FlashcardControl } from './flashcard-control';
import { KeyboardHelp } from './keyboard-help';
import { LabControl } from './lab-control';
import type { KeyIntent } from './key-intent';
import { placeStep } from './order-steps';
import { QuestionText } from './question-text';
import { tickNone, tickStatement } from './tick-statements';
import { useAnswerTime } from './use-answer-time';
import { useQuestionKeys } from './use-question-keys';
import { verdictWord } from './verdict-banner';
import { VerdictPanel } from './verdict-panel';

export interface QuestionCardProps {
  readonly question: QuestionView;
  /** `confidence` is null for a flashcard and for "I don't know". `responseMs` leaves out hidden-tab time. */
  readonly onSubmit: (
    response: Response,
    confidence: Confidence | null,
    responseMs: number,
  ) => void;
  /** The other side of a flashcard; null when it could not be fetched (the caller says why in `problem`). */
  readonly onReveal: () => Promise<string | null>;
  /** The terminal of a hands-on question; null for the others. */
  readonly lab?: LabApi | null;
  /** An answer is on its way. */
  readonly pending: boolean;
  /** What stands in the way, in words, shown in place. */
  readonly problem?: ReactNode;
  readonly outcome: AnswerOutcome | null;
  readonly onContinue: (() => void) | null;
  readonly onUndo: (() => void) | null;
  /** A request after the verdict (next, undo) is under way. */
  readonly busy?: boolean;
  /** `page`: keys work everywhere. `card`: only while focus is inside, where the question is a guest on the page. */
  readonly keys?: 'page' | 'card';
  /** Move focus to the question when it appears; off for the first one of a page. */
  readonly takeFocus?: boolean;
}

type Hint =
  | 'chooseFirst'
  | 'severalFirst'
  | 'orderFirst'
  | 'blanksFirst'
  | 'typeFirst'
  | 'partsFirst'
  | 'partsBlank';

/** One question, from asking to verdict, in one place. Give it a `key` per showing: its draft belongs to one showing. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, outcome, pending } = props;
  const t = useTranslations('question');
  const verdictWords = useTranslations('verdict');
  const name = useId();
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const answerTime = useAnswerTime();
  const [draft, setDraft] = useState(() => emptyDraft(question.control));
  const [hint, setHint] = useState<Hint | null>(null);
  const [back, setBack] = useState<string | null>(null);
  const [revealing, setRevealing] = useState(false);
  const [help, setHelp] = useState(false);
  const shown = outcome?.question ?? question;
  const isCard = question.kind === 'flashcard';
  const lab = props.lab ?? null;
  const isLab = question.kind === 'lab';
  const everywhere = props.keys !== 'card';

  const takeFocus = props.takeFocus ?? false;
  useEffect(() => {
    if (!takeFocus) return;
    window.scrollTo({ top: 0 });
    const field = card.current?.querySelector<HTMLElement>('[data-answer-field]');
    const keyboard = window.matchMedia('(pointer: fine)').matches;
    (keyboard && field ? field : heading.current)?.focus({ preventScroll: true });
  }, [takeFocus]);

  const submit = (confidence: Confidence) => {
    if (pending || outcome !== null) return;
    const read = readDraft(draft, question.control);
    if (read.state === 'missing') {
      setHint(missingHint(question));
    } else if (read.state === 'partial' && hint !== 'partsBlank') {
      setHint('partsBlank');
    } else {
      setHint(null);
      props.onSubmit(read.response, confidence, answerTime());
    }
  };
  const giveUp = () => {
    if (!pending && outcome === null) props.onSubmit({ kind: 'unknown' }, null, answerTime());
  };
  const reveal = () => {
    if (revealing || back !== null) return;
    setRevealing(true);
    void props.onReveal().then((text) => {
      setBack(text);
      setRevealing(false);
    });
  };
  const pick = (index: number): boolean => {
    const { control } = question;
    if (control.kind === 'choice' || control.kind === 'predict') {
      const option = control.options[index];
      if (option === undefined) return false;
      setDraft({ kind: control.kind, option: option.id });
      card.current?.querySelector<HTMLElement>(`input[value="${CSS.escape(option.id)}"]`)?.focus();
      return true;
    }
    if (control.kind === 'several' && draft.kind === 'several') {
      const { statements } = control;
      const id = index === statements.length ? 'none' : statements[index]?.id;
      if (id === undefined) return false;
      setHint(null);
      const { ticked } = draft;
      setDraft({
        kind: 'several',
        ticked: id === 'none' ? tickNone(ticked) : tickStatement(ticked, id),
      });
      card.current?.querySelector<HTMLElement>(`input[value="${CSS.escape(id)}"]`)?.focus();
      return true;
    }
    if (control.kind === 'order' && draft.kind === 'order') {
      const step = control.steps[index];
      if (step === undefined) return false;
      setDraft({ kind: 'order', placed: placeStep(draft.placed, step.id) });
      return true;
    }
    const recall = recalls[index];
    if (control.kind !== 'flashcard' || back === null || recall === undefined) return false;
    props.onSubmit({ kind: 'flashcard', recall }, null, answerTime());
    return true;
  };
  const handle = (intent: KeyIntent, target: EventTarget | null): boolean => {
    switch (intent.kind) {
      case 'sure':
      case 'unsure':
        if (!leaveFieldFirst(card.current, target)) submit(intent.kind);
        return true;
      case 'unknown':
        giveUp();
        return true;
      case 'pick':
        return pick(intent.index);
      case 'take-back':
        if (draft.kind !== 'order' || draft.placed.length === 0) return false;
        setDraft({ kind: 'order', placed: draft.placed.slice(0, -1) });
        return true;
      case 'show':
        reveal();
        return true;
      case 'help':
        setHelp(true);
        return true;
      default:
        return false;
    }
  };
  const asking = isCard ? (back === null ? 'front' : 'back') : 'asking';
  // The verdict's keys belong to its panel.
  useQuestionKeys(
    pending || isLab || outcome !== null ? 'waiting' : asking,
    handle,
    card,
    everywhere,
  );

  return (
    <article ref={card} className="flex flex-col gap-6">
      <QuestionText question={shown} run={outcome?.verdict.run ?? null} heading={heading} />
      {isCard && outcome === null ? (
        <FlashcardControl
          back={back}
          revealing={revealing}
          pending={pending}
          onReveal={reveal}
          onRecall={(recall) => {
            props.onSubmit({ kind: 'flashcard', recall }, null, answerTime());
          }}
        />
      ) : shown.control.kind === 'lab' && lab !== null && outcome === null ? (
        <LabControl
          control={shown.control}
          api={lab}
          wide={everywhere}
          pending={pending}
          onAnswer={(response) => {
            props.onSubmit(response, null, answerTime());
          }}
        />
      ) : (
        <AnswerControl
          name={name}
          control={shown.control}
          draft={draft}
          outcome={outcome}
          disabled={pending || outcome !== null}
          onChange={(next) => {
            setHint(null);
            setDraft(next);
          }}
        />
      )}
      {outcome === null ? (
        <>
          {props.problem}
          {isCard || isLab ? null : (
            <>
              <p role="alert" className="text-bad -mb-4 empty:hidden">
                {hint === null ? null : t(hint)}
              </p>
              <AnswerBar
                pending={pending}
                onSubmit={submit}
                onUnknown={giveUp}
                sticky={everywhere}
              />
            </>
          )}
          {isLab ? null : (
            <Button
              tone="quiet"
              size="small"
              className="hidden self-end pointer-fine:inline-flex"
              onClick={() => {
                setHelp(true);
              }}
            >
              <Keyboard aria-hidden className="size-4" />
              {t('help.open')}
            </Button>
          )}
        </>
      ) : (
        <VerdictPanel
          outcome={outcome}
          onContinue={props.onContinue}
          onUndo={props.onUndo}
          busy={props.busy ?? false}
          problem={props.problem}
          onHelp={() => {
            setHelp(true);
          }}
          card={card}
          keysEverywhere={everywhere}
        />
      )}
      <p role="status" className="sr-only">
        {pending
          ? t('sending')
          : outcome === null
            ? null
            : verdictWords(verdictWord(outcome.verdict, outcome.response))}
      </p>
      <KeyboardHelp open={help} onOpenChange={setHelp} />
    </article>
  );
}

function missingHint({ kind }: QuestionView): Hint {
  switch (kind) {
    case 'several':
    case 'order':
    case 'blanks':
    case 'type':
    case 'parts':
      return `${kind}First`;
    case 'choice':
    case 'predict':
    case 'lab':
    case 'flashcard':
      return 'chooseFirst';
    default:
      return assertNever(kind);
  }
}

/**
 * Enter in a field goes to the next empty field first. Where fingers type, it only closes the keyboard, so that
 * confidence is chosen with a button and never by accident.
 */
function leaveFieldFirst(card: HTMLElement | null, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  if (!target.matches('[data-answer-field]')) return false;
  const fields = [
    ...(card?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-answer-field]') ??
      []),
  ];
  const next = fields.slice(fields.indexOf(target) + 1).find((field) => field.value === '');
  if (next !== undefined) {
    next.focus();
    return true;
  }
  if (!window.matchMedia('(pointer: coarse)').matches) return false;
  target.blur();
  return true;
}
