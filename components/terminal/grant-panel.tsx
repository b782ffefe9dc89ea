'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { momentFormat } from '@/lib/i18n/moment-format';
import type { Result } from '@/lib/kernel/result';
import type { PracticeFailure } from '@/lib/quiz/practice';
import type { GrantAct } from '@/lib/quiz/terminal';
import { failureWords } from './failure-words';

interface Grant {
  readonly id: string;
  readonly createdAt: string;
}

interface GrantPanelProps<R extends Grant, L extends { readonly rows: readonly R[] }> {
  readonly call: (act: GrantAct) => Promise<Result<L, PracticeFailure>>;
  /** What the button says that makes one. */
  readonly make: string;
  /** What stands there when there is none. */
  readonly none: string;
  /** What is said above the list. */
  readonly note?: (list: L) => ReactNode;
  readonly mayMake?: (list: L) => boolean;
  /** A row, in front of its date. */
  readonly row: (row: R) => ReactNode;
}

/** Something that lets others in, links or keys: makes one, lists those that work, takes one back. */
export function GrantPanel<R extends Grant, L extends { readonly rows: readonly R[] }>({
  call,
  make,
  none,
  note = () => null,
  mayMake = () => true,
  row,
}: GrantPanelProps<R, L>) {
  const t = useTranslations('terminal');
  const format = useFormatter();
  const [list, setList] = useState<L | null>(null);
  const [failure, setFailure] = useState<PracticeFailure | null>(null);
  const take = (reply: Result<L, PracticeFailure>) => {
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) setList(reply.value);
  };
  const ask = (act: GrantAct) => {
    void call(act).then(take);
  };
  const first = useEffectEvent(() => {
    ask({ act: 'list' });
  });
  useEffect(() => {
    first();
  }, []);
  return (
    <div className="flex flex-col gap-4">
      {list === null ? null : note(list)}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          {failureWords(failure, t)}
        </Notice>
      )}
      {list === null || !mayMake(list) ? null : (
        <Button
          tone="strong"
          onClick={() => {
            ask({ act: 'make' });
          }}
        >
          {make}
        </Button>
      )}
      {list?.rows.length === 0 ? <p className="text-muted text-sm">{none}</p> : null}
      <ul className="divide-line flex flex-col divide-y">
        {list?.rows.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            {row(each)}
            <span className="text-muted flex-1 text-sm whitespace-nowrap">
              {format.dateTime(new Date(each.createdAt), momentFormat)}
            </span>
            <Button
              size="small"
              tone="quiet"
              onClick={() => {
                ask({ act: 'revoke', id: each.id });
              }}
            >
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
