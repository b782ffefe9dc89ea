'use client';

import { useTranslations } from 'next-intl';
import { closestOrder } from '@/lib/quiz/closest-order';
import type { AnswerKey, LabProgress, Response, ViewControl, ViewOption } from '@/lib/quiz/types';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { TerminalBlock } from '@/components/ui/terminal-block';
import { classNames } from '@/components/ui/class-names';
import { AnswerMark } from './answer-mark';
import { BlanksComparison } from './blanks-comparison';
import { LabGoals } from './lab-goals';
import { MannerNote } from './manner-note';

interface AnswerComparisonProps {
  readonly control: ViewControl;
  readonly response: Response;
  readonly answer: AnswerKey;
  readonly correct: boolean;
  /** Of a hands-on question: how far the learner came. */
  readonly progress: LabProgress | null;
  /** Of a line with gaps: which were filled rightly. */
  readonly gaps: readonly boolean[] | null;
  /** The command that was answered and one that works are run beside each other below. */
  readonly parted: boolean;
}

/** What was answered beside what is right, where the control's own rows do not show it already. */
export function AnswerComparison(props: AnswerComparisonProps) {
  const { control, response, answer, correct, progress } = props;
  if (answer.kind === 'order' && control.kind === 'order') {
    return <OrderComparison steps={control.steps} response={response} orders={answer.orders} />;
  }
  if (answer.kind === 'blanks' && control.kind === 'blanks') {
    return (
      <BlanksComparison
        pieces={control.pieces}
        fillings={response.kind === 'blanks' ? response.fillings : null}
        gaps={props.gaps}
        solution={answer.solution}
        parted={props.parted}
      />
    );
  }
  if (answer.kind === 'type') {
    return props.parted ? null : (
      <CommandComparison response={response} solution={answer.solution} correct={correct} />
    );
  }
  if (answer.kind === 'lab' && control.kind === 'lab') {
    return <LabComparison control={control} progress={progress} solution={answer.solution} />;
  }
  if (answer.kind === 'parts' && control.kind === 'parts') {
    return <PartsComparison control={control} response={response} parts={answer.parts} />;
  }
  return null;
}

function OrderComparison({
  steps,
  response,
  orders,
}: {
  readonly steps: readonly ViewOption[];
  readonly response: Response;
  readonly orders: readonly (readonly string[])[];
}) {
  const t = useTranslations('verdict');
  const given = response.kind === 'order' ? response.steps : null;
  const right = closestOrder(given ?? [], orders);
  const textOf = (id: string) => steps.find((step) => step.id === id)?.text ?? '';
  const asRight = given !== null && given.every((step, index) => right[index] === step);
  return (
    <div className={classNames('grid gap-6', given !== null && !asRight && 'sm:grid-cols-2')}>
      {given === null || asRight ? null : (
        <div className="min-w-0">
          <h3 className="mb-2 font-semibold">{t('yourAnswer')}</h3>
          <ol className="flex flex-col gap-2">
            {given.map((id, index) => (
              <OrderRow
                key={id}
                place={index + 1}
                text={textOf(id)}
                mark={right[index] === id ? 'right' : 'wrong'}
              />
            ))}
          </ol>
        </div>
      )}
      <div className="min-w-0">
        <h3 className="mb-2 font-semibold">{t('rightOrder')}</h3>
        <ol className="flex flex-col gap-2">
          {right.map((id, index) => (
            <OrderRow
              key={id}
              place={index + 1}
              text={textOf(id)}
              mark={asRight ? 'right' : 'none'}
            />
          ))}
        </ol>
        {orders.length > 1 ? <p className="text-muted mt-2 text-sm">{t('oneOf')}</p> : null}
      </div>
    </div>
  );
}

function OrderRow({
  place,
  text,
  mark,
}: {
  readonly place: number;
  readonly text: string;
  readonly mark: 'right' | 'wrong' | 'none';
}) {
  return (
    <li
      className={classNames(
        'rounded-control flex items-center gap-3 border px-3 py-2',
        mark === 'right' && 'border-good bg-good-soft',
        mark === 'wrong' && 'border-bad bg-bad-soft',
        mark === 'none' && 'border-line bg-surface',
      )}
    >
      <span aria-hidden className="text-muted w-4 text-center text-sm tabular-nums">
        {place}
      </span>
      <code className="min-w-0 flex-1 text-[0.8125rem] break-normal wrap-anywhere sm:text-[0.9375rem]">
        {text}
      </code>
      <AnswerMark mark={mark} />
    </li>
  );
}

function CommandComparison({
  response,
  solution,
  correct,
}: {
  readonly response: Response;
  readonly solution: string;
  readonly correct: boolean;
}) {
  const t = useTranslations('verdict');
  const given = response.kind === 'type' ? response.command : null;
  return (
    <div className="flex flex-col gap-4">
      {given === null ? null : (
        <div>
          <h3 className="mb-2 flex items-center gap-2 font-semibold">
            {t('yourAnswer')} <AnswerMark mark={correct ? 'right' : 'wrong'} />
          </h3>
          <TerminalBlock label={t('yourAnswer')} lines={[{ command: given, output: '' }]} />
          {correct ? <MannerNote command={given} solution={solution} /> : null}
        </div>
      )}
      {given === solution ? null : (
        <div>
          <h3 className="mb-2 font-semibold">{t(correct ? 'usual' : 'solution')}</h3>
          <TerminalBlock label={t('solution')} lines={[{ command: solution, output: '' }]} />
        </div>
      )}
    </div>
  );
}

function LabComparison({
  control,
  progress,
  solution,
}: {
  readonly control: Extract<ViewControl, { kind: 'lab' }>;
  readonly progress: LabProgress | null;
  readonly solution: readonly string[];
}) {
  const t = useTranslations('verdict');
  return (
    <div className="flex flex-col gap-4">
      <LabGoals goals={control.goals} never={control.never} progress={progress} />
      <div>
        <h3 className="mb-2 font-semibold">{t('solution')}</h3>
        <ol className="border-line bg-sunken rounded-control list-decimal border py-3 pr-4 pl-10">
          {solution.map((line, index) => (
            <li key={index}>
              <code className="text-[0.875rem] wrap-anywhere sm:text-[0.9375rem]">{line}</code>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function PartsComparison({
  control,
  response,
  parts,
}: {
  readonly control: Extract<ViewControl, { kind: 'parts' }>;
  readonly response: Response;
  readonly parts: Extract<AnswerKey, { kind: 'parts' }>['parts'];
}) {
  const t = useTranslations('verdict');
  const names = useTranslations('question.parts');
  const given = response.kind === 'parts' ? response.parts : null;
  return (
    <Table caption={control.reference} captionHidden>
      <thead>
        <tr>
          <td className="border-line border-b" />
          {given === null ? null : <HeadCell>{t('yourAnswer')}</HeadCell>}
          <HeadCell>{t('rightAnswer')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {control.parts.map((part) => {
          const right = parts[part] ?? '';
          const mine = given?.[part] ?? '';
          return (
            <tr key={part}>
              <HeadCell scope="row">{names(part)}</HeadCell>
              {given === null ? null : (
                <Cell>
                  <span className="flex items-center gap-2 font-mono">
                    {mine === '' ? <span className="text-muted">{t('empty')}</span> : mine}
                    <AnswerMark mark={mine === right ? 'right' : 'wrong'} />
                  </span>
                </Cell>
              )}
              <Cell className="font-mono">
                {right === '' ? <span className="text-muted">{t('empty')}</span> : right}
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
