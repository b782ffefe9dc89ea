'use client';

import { useTranslations } from 'next-intl';
import { Sentence } from '@/components/ui/sentence';
import { assertNever } from '@/lib/kernel/assert-never';
import {
  referenceParts,
  type Locale,
  type VariantKey,
  type VariantQuestion,
} from '@/lib/quiz/types';

type Steps = Extract<VariantQuestion['control'], { kind: 'order' }>['steps'];

interface SampleKeyProps {
  readonly answer: VariantKey;
  readonly locale: Locale;
  /** The steps of an order question, whose key names them by id. */
  readonly steps: Steps;
  /** What a belief says, by its id. */
  readonly beliefs: ReadonlyMap<string, string>;
}

/** What only the author sees of a variant: the key, and which belief chooses which wrong option. */
export function SampleKey({ answer, locale, steps, beliefs }: SampleKeyProps) {
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
    case 'order':
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
    case 'type':
      return (
        <dl className="flex flex-col gap-2">
          <Term name={t('solution')}>
            <code>{answer.solution}</code>
          </Term>
          <Term name={t('goal')}>
            {answer.goal.map((fact) => (
              <code key={fact} className="block">
                {fact}
              </code>
            ))}
          </Term>
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
          <Term name={t('goal')}>
            {[...answer.goal, ...answer.never.map((fact) => `never: ${fact}`)].map((fact) => (
              <code key={fact} className="block">
                {fact}
              </code>
            ))}
          </Term>
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

function Term({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
