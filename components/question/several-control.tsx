'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Ticked, ViewOption } from '@/lib/quiz/types';
import { classNames } from '@/components/ui/class-names';
import { KeyHint } from '@/components/ui/key-hint';
import { Sentence } from '@/components/ui/sentence';
import { OptionMark } from './option-mark';
import { isTicked, tickNone, tickStatement } from './tick-statements';

interface SeveralControlProps {
  readonly statements: readonly ViewOption[];
  readonly ticked: Ticked;
  readonly onChange: (ticked: Ticked) => void;
  readonly disabled: boolean;
  /** Once the verdict is there: the statements that hold; null before. */
  readonly holding: readonly string[] | null;
  /** False where "I don't know" was said: then no statement was judged, and none wrongly. */
  readonly judged: boolean;
}

/** The value of the box that says that no statement holds. */
const none = 'none';

/** Statements to tick, and a box for "none of these". After the verdict each row says whether it holds and how it was judged. */
export function SeveralControl(props: SeveralControlProps) {
  const { statements, ticked, onChange, disabled, holding, judged } = props;
  const t = useTranslations('question.several');
  const told = holding !== null;
  const right = statements.filter(
    ({ id }) => isTicked(ticked, id) === (holding?.includes(id) ?? false),
  ).length;
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className={told && judged ? 'mb-3 font-semibold' : 'text-muted mb-3 text-sm'}>
        {told && judged ? t('judged', { right, total: statements.length }) : t('hint')}
      </legend>
      <div className="flex flex-col gap-2">
        {statements.map(({ id, text }, index) => (
          <StatementRow
            key={id}
            value={id}
            number={index + 1}
            checked={isTicked(ticked, id)}
            onToggle={() => {
              onChange(tickStatement(ticked, id));
            }}
            holds={holding?.includes(id) ?? null}
            judged={judged}
          >
            <Sentence text={text} />
          </StatementRow>
        ))}
        {told && ticked !== none && holding.length > 0 ? null : (
          <div className="border-line mt-1 border-t pt-3">
            <StatementRow
              value={none}
              number={statements.length + 1}
              checked={ticked === none}
              onToggle={() => {
                onChange(tickNone(ticked));
              }}
              holds={holding === null ? null : holding.length === 0}
              judged={judged}
            >
              {t('none')}
            </StatementRow>
          </div>
        )}
      </div>
    </fieldset>
  );
}

interface StatementRowProps {
  readonly value: string;
  readonly number: number;
  readonly checked: boolean;
  readonly onToggle: () => void;
  /** Whether it holds; null before the verdict. */
  readonly holds: boolean | null;
  readonly judged: boolean;
  readonly children: ReactNode;
}

function StatementRow(props: StatementRowProps) {
  const { value, number, checked, onToggle, holds, judged, children } = props;
  const t = useTranslations('question.several');
  const told = holds !== null;
  const isRight = told && judged && checked === holds;
  const isWrong = told && judged && checked !== holds;
  const shines = holds === true && !isWrong;
  return (
    <label
      className={classNames(
        'rounded-control bg-surface relative flex items-start gap-3 border p-3 sm:p-4',
        'has-focus-visible:outline-focus has-focus-visible:outline-3 has-focus-visible:outline-offset-2',
        !told && 'border-line-strong/60 hover:border-ink has-checked:border-ink cursor-pointer',
        !told && 'has-checked:bg-sunken has-checked:inset-ring-ink has-checked:inset-ring',
        told && !shines && !isWrong && 'border-line',
        shines && 'border-good bg-good-soft inset-ring-good inset-ring',
        isWrong && 'border-bad bg-bad-soft inset-ring-bad inset-ring',
      )}
    >
      <input
        type="checkbox"
        value={value}
        checked={checked}
        onChange={onToggle}
        className="peer absolute size-px opacity-0"
      />
      <OptionMark shape="box" judged={isRight ? 'right' : isWrong ? 'wrong' : null} />
      <span className="min-w-0 flex-1 self-center">
        {children}
        {told ? (
          <span
            className={classNames(
              'mt-1 block text-sm font-semibold',
              isWrong ? 'text-bad' : shines ? 'text-good' : 'text-muted',
            )}
          >
            {t(holds ? 'holds' : 'doesNotHold')}
            {judged ? ` · ${t(checked ? 'ticked' : 'notTicked')}` : null}
            {judged ? (
              <span className="sr-only">{`: ${t(isRight ? 'right' : 'wrong')}`}</span>
            ) : null}
          </span>
        ) : null}
      </span>
      {told ? null : <KeyHint keys={String(number)} className="self-center" />}
    </label>
  );
}
