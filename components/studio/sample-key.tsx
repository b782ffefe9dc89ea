'use client';

import { useTranslations } from 'next-intl';
import { Sentence } from '@/components/ui/sentence';
import { assertNever } from '@/lib/kernel/assert-never';
import { filledLine } from '@/lib/quiz/blank-line';
import {
  referenceParts,
  type Locale,
  type VariantKey,
  type ViewControl,
  type ViewOption,
} from '@/lib/quiz/types';

interface SampleKeyProps {
  readonly answer: VariantKey;
  readonly locale: Locale;
  /** What is asked: keys name its steps and statements by id. */
  readonly control: ViewControl;
  /** What a belief says, by its id. */
  readonly beliefs: ReadonlyMap<string, string>;
}

/** What only the author sees of a variant: the key, and which belief chooses which wrong option. */
export function SampleKey({ answer, locale, control, beliefs }: SampleKeyProps) {
  const t = useTranslations('studio.samples');
  const p = useTranslations('question.parts');
  switch (answer.kind) {
    case 'choice':
    case 'predict':
      return (
        <ul className="flex flex-col gap-2">
          {answer.options.map((option) => (
            <li key={option.id}>
              {answer.kind === 'predict' ? (
                <code className="block text-[0.8125rem] whitespace-pre-wrap">
                  {option.text[locale].trimEnd()}
                </code>
              ) : (
                <Sentence text={option.text[locale]} />
              )}
              <span
                className={
                  option.id === answer.option
                    ? 'text-good block text-sm font-semibold'
                    : 'text-muted block text-sm'
                }
              >
                {option.id === answer.option ? (
                  t('right')
                ) : (
                  <Sentence
                    text={t('heldBy', {
                      beliefs: option.beliefs.map((id) => beliefs.get(id) ?? id).join(' / '),
                    })}
                  />
                )}
              </span>
            </li>
          ))}
        </ul>
      );
    case 'several':
      return (
        <StatementsKey
          answer={answer}
          statements={control.kind === 'several' ? control.statements : []}
          beliefs={beliefs}
        />
      );
    case 'order': {
      const steps = control.kind === 'order' ? control.steps : [];
      return (
        <div className="flex flex-col gap-3">
          <p className="text-muted text-sm">{t('orders')}</p>
          {answer.orders.map((order) => (
            <ol key={order.join()} className="list-decimal pl-6">
              {order.map((id) => (
                <li key={id}>
                  <code className="text-[0.9375rem]">
                    {steps.find((step) => step.id === id)?.text ?? id}
                  </code>
                </li>
              ))}
            </ol>
          ))}
        </div>
      );
    }
    case 'blanks': {
      const pieces = control.kind === 'blanks' ? control.pieces : [];
      return (
        <dl className="flex flex-col gap-2">
          <Term name={t('solution')}>
            <code>{filledLine(pieces, answer.solution)}</code>
          </Term>
          <GoalTerm goal={answer.goal} />
          {answer.beliefs.map(({ id, fillings }) => (
            <Term
              key={id}
              name={<Sentence text={t('heldBy', { beliefs: beliefs.get(id) ?? id })} />}
            >
              {fillings.map((filling) => (
                <code key={filling.join()} className="block">
                  {filledLine(pieces, filling)}
                </code>
              ))}
            </Term>
          ))}
        </dl>
      );
    }
    case 'type':
      return (
        <dl className="flex flex-col gap-2">
          <Term name={t('solution')}>
            <code>{answer.solution}</code>
          </Term>
          <GoalTerm goal={answer.goal} />
        </dl>
      );
    case 'lab':
      return (
        <dl className="flex flex-col gap-2">
          <Term name={t('solution')}>
            {answer.solution.map((line, index) => (
              <code key={index} className="block">
                {line}
              </code>
            ))}
          </Term>
          <GoalTerm goal={[...answer.goal, ...answer.never.map((fact) => `never: ${fact}`)]} />
          <Term name={t('hints')}>
            <ol className="list-decimal pl-6">
              {answer.hints.map((hint, index) => (
                <li key={index}>
                  <Sentence text={hint[locale]} />
                </li>
              ))}
            </ol>
          </Term>
        </dl>
      );
    case 'parts':
      return (
        <dl className="flex flex-col gap-2">
          {referenceParts.flatMap((part) => {
            const text = answer.parts[part];
            return text === undefined
              ? []
              : [
                  <Term key={part} name={p(part)}>
                    {text === '' ? (
                      <span className="text-muted">{t('empty')}</span>
                    ) : (
                      <code>{text}</code>
                    )}
                  </Term>,
                ];
          })}
        </dl>
      );
    case 'flashcard':
      return <Sentence text={answer.back[locale]} />;
    default:
      return assertNever(answer);
  }
}

/** Each statement with whether it holds, and the beliefs that say otherwise. */
function StatementsKey({
  answer,
  statements,
  beliefs,
}: {
  readonly answer: Extract<VariantKey, { kind: 'several' }>;
  readonly statements: readonly ViewOption[];
  readonly beliefs: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('studio.samples');
  const s = useTranslations('question.several');
  return (
    <ul className="flex flex-col gap-2">
      {statements.map(({ id, text }) => {
        const holds = answer.holding.includes(id);
        const unlike = answer.beliefs.filter(({ holding }) => holding.includes(id) !== holds);
        return (
          <li key={id}>
            <Sentence text={text} />
            <span
              className={
                holds ? 'text-good block text-sm font-semibold' : 'text-muted block text-sm'
              }
            >
              {s(holds ? 'holds' : 'doesNotHold')}
            </span>
            {unlike.length === 0 ? null : (
              <span className="text-muted block text-sm">
                <Sentence
                  text={t('misjudgedBy', {
                    beliefs: unlike
                      .map((belief) => beliefs.get(belief.id) ?? belief.id)
                      .join(' / '),
                  })}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function GoalTerm({ goal }: { readonly goal: readonly string[] }) {
  const t = useTranslations('studio.samples');
  return (
    <Term name={t('goal')}>
      {goal.map((fact) => (
        <code key={fact} className="block">
          {fact}
        </code>
      ))}
    </Term>
  );
}

function Term({
  name,
  children,
}: {
  readonly name: React.ReactNode;
  readonly children: React.ReactNode;
}) {
  return (
    <div>
      <dt className="text-muted text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
