import { useTranslations } from 'next-intl';
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PartingSide, PartingStep } from '@/lib/quiz/parting/parting';
import { classNames } from '@/components/ui/class-names';
import { hasColumns, isLongId } from '@/components/ui/printed-text';
import { ScrollBox } from '@/components/ui/scroll-box';
import { Sentence } from '@/components/ui/sentence';
import { foldLines } from './fold-lines';
import { differingPart, differingWords, type TextPiece } from './parted-steps';

export interface RunColumnProps {
  readonly title: string;
  /** What the run shows, in a sentence; null where the title says it. */
  readonly says: string | null;
  readonly side: PartingSide;
  /** Whether Docker does so. */
  readonly tone: 'good' | 'bad';
  /** So many steps at the beginning are the same in both runs. */
  readonly alike: number;
  /** The first step of the other run that is not; undefined where it has ended. */
  readonly other: PartingStep | undefined;
  /** The other run. */
  readonly against: PartingSide;
}

/**
 * One of two runs: its title, what it shows, and a short terminal in which the first command and the line printed that differ are marked, in them the words that do. What
 * both print is dimmed.
 */
export function RunColumn({ title, says, side, tone, alike, other, against }: RunColumnProps) {
  const counterpart = against.steps[against.differs.step]?.lines ?? [];
  const Icon = tone === 'good' ? Check : X;
  return (
    <div className="flex min-w-0 flex-col gap-2 sm:row-span-3 sm:grid sm:grid-rows-subgrid">
      <h4 className="flex items-center gap-1.5 text-sm font-semibold">
        <Icon
          aria-hidden
          strokeWidth={3}
          className={classNames('size-4 shrink-0', tone === 'good' ? 'text-good' : 'text-bad')}
        />
        {title}
      </h4>
      <p className={classNames(says === null && 'hidden')}>
        {says === null ? null : <Sentence text={says} />}
      </p>
      <figure
        aria-label={title}
        translate="no"
        className="bg-terminal text-terminal-ink border-terminal-line rounded-control min-w-0 overflow-hidden border py-3 text-[0.875rem] leading-relaxed"
      >
        <ol className="flex flex-col gap-2.5">
          {side.steps.map((step, index) => (
            <Step
              key={index}
              step={step}
              alike={index < alike}
              other={index === alike && other?.command !== step.command ? (other ?? null) : null}
              printed={
                index === side.differs.step
                  ? {
                      marked: side.differs.line,
                      counterpart,
                      beside: counterpart[against.differs.line] ?? '',
                    }
                  : null
              }
              tone={tone}
            />
          ))}
        </ol>
      </figure>
    </div>
  );
}

function Step({
  step,
  alike,
  other,
  printed,
  tone,
}: {
  readonly step: PartingStep;
  readonly alike: boolean;
  /** What stands in this step's place in the other run, where that is another command; else null. */
  readonly other: PartingStep | null;
  /** In the step that prints something else: the line that is marked, what the other run prints in its step, and the line of it that is marked. */
  readonly printed: {
    readonly marked: number;
    readonly counterpart: readonly string[];
    readonly beside: string;
  } | null;
  readonly tone: 'good' | 'bad';
}) {
  const t = useTranslations('verdict.parting');
  const marked = printed?.marked ?? null;
  const folded = foldLines(step.lines, marked);
  const output = (
    <>
      {folded.map((line) =>
        line.kind === 'more' ? (
          <p key={line.at} className="text-terminal-muted px-4 font-sans text-[0.8125rem]">
            {t('more', { count: line.count })}
          </p>
        ) : line.at === marked ? (
          <MarkedLine key={line.at} tone={tone} cut={isLongId(line.text)}>
            <Pieces pieces={differingPart(line.text, printed?.beside ?? '')} />
          </MarkedLine>
        ) : (
          <Line
            key={line.at}
            text={line.text}
            alike={printed !== null && printed.counterpart.includes(line.text)}
          />
        ),
      )}
      {marked !== null && marked >= step.lines.length ? (
        <MarkedLine tone={tone}>
          <span className="font-sans">{t(step.lines.length === 0 ? 'nothing' : 'ends')}</span>
        </MarkedLine>
      ) : null}
    </>
  );
  return (
    <li className={classNames('min-w-0', alike && 'text-terminal-muted')}>
      {other === null ? (
        <div className="px-4">
          <Command prompt={step.prompt} marked={false}>
            {step.command}
          </Command>
        </div>
      ) : (
        <MarkedLine tone={tone}>
          <Command prompt={step.prompt} marked>
            <Pieces pieces={differingWords(step.command, other.command)} />
          </Command>
        </MarkedLine>
      )}
      {hasColumns(step.lines.join('\n')) ? (
        <ScrollBox label={step.command}>
          <div className="w-max min-w-full [&_pre]:whitespace-pre">{output}</div>
        </ScrollBox>
      ) : (
        output
      )}
    </li>
  );
}

/** A command behind its prompt. Phrasing only, so that it may stand in a marked line. */
function Command({
  prompt,
  marked,
  children,
}: {
  readonly prompt: string | undefined;
  readonly marked: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className="flex gap-2 font-mono">
      <span aria-hidden className={classNames('select-none', !marked && 'text-terminal-prompt')}>
        {prompt?.trim() ?? '$'}
      </span>
      <code className="min-w-0 flex-1 font-medium break-normal wrap-anywhere whitespace-pre-wrap">
        {children}
      </code>
    </span>
  );
}

/** A text in which what is not in the other stands out. */
function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map(({ text, differs }, at) =>
    differs ? (
      <span key={at} className="font-bold underline decoration-2 underline-offset-4">
        {text}
      </span>
    ) : (
      text
    ),
  );
}

function Line({ text, alike }: { readonly text: string; readonly alike: boolean }) {
  return (
    <pre
      className={classNames(
        'min-h-[1.625em] px-4',
        alike && 'text-terminal-muted',
        isLongId(text) ? 'truncate' : 'break-normal wrap-anywhere whitespace-pre-wrap',
      )}
    >
      {text}
    </pre>
  );
}

/** The line that differs: tinted, with a sign of its own, and said to be it. */
function MarkedLine({
  tone,
  cut = false,
  children,
}: {
  readonly tone: 'good' | 'bad';
  readonly cut?: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations('verdict.parting');
  const Icon = tone === 'good' ? Check : X;
  return (
    <pre className={cut ? undefined : 'break-normal wrap-anywhere whitespace-pre-wrap'}>
      <mark
        className={classNames(
          'text-ink my-0.5 flex gap-1.5 border-l-4 py-0.5 pr-4 pl-1',
          tone === 'good' ? 'border-good bg-good-soft' : 'border-bad bg-bad-soft',
        )}
      >
        <Icon
          aria-hidden
          strokeWidth={4}
          className={classNames(
            'mt-[0.45em] -ml-0.5 size-3 shrink-0',
            tone === 'good' ? 'text-good' : 'text-bad',
          )}
        />
        <span className={classNames('min-w-0 flex-1', cut && 'truncate')}>
          <span className="sr-only">{t('differs')} </span>
          {children}
        </span>
      </mark>
    </pre>
  );
}
