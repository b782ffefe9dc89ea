'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import type { PracticeFailure } from '@/lib/quiz/practice';
import { failureWords } from './failure-words';
import type { LinkRow, SandboxApi } from '@/lib/quiz/terminal';

/** The links to a sandbox's run: makes one, shows those that work, takes one back. */
export function LinkPanel({ api, runsAt }: { readonly api: SandboxApi; readonly runsAt: string }) {
  const t = useTranslations('terminal');
  const format = useFormatter();
  const [links, setLinks] = useState<readonly LinkRow[]>([]);
  const [failure, setFailure] = useState<PracticeFailure | null>(null);
  const take = (reply: Awaited<ReturnType<SandboxApi['links']>>) => {
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) setLinks(reply.value);
  };
  const ask = async (act: Parameters<SandboxApi['links']>[0]) => {
    take(await api.links(act));
  };
  const taken = useEffectEvent(take);
  useEffect(() => {
    void api.links({ act: 'list' }).then((reply) => {
      taken(reply);
    });
  }, [api]);
  return (
    <div className="flex flex-col gap-4">
      <Button
        tone="strong"
        onClick={() => {
          void ask({ act: 'make' });
        }}
      >
        {t('makeLink')}
      </Button>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          {failureWords(failure, t)}
        </Notice>
      )}
      <ul className="divide-line flex flex-col divide-y">
        {links.map(({ key, createdAt }) => (
          <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <a
              href={`${runsAt}${key}`}
              translate="no"
              className="min-w-0 flex-1 basis-60 font-mono text-sm break-all underline underline-offset-4"
            >
              {`${runsAt}${key}`}
            </a>
            <CopyButton text={`${runsAt}${key}`} label={t('copy')} doneLabel={t('copied')} />
            <span className="text-muted text-sm">
              {format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
            <Button
              size="small"
              tone="quiet"
              onClick={() => {
                void ask({ act: 'revoke', key });
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
