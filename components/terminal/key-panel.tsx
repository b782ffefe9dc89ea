'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import type { PracticeFailure } from '@/lib/quiz/practice';
import { failureWords } from './failure-words';
import type { KeyRow, SandboxApi } from '@/lib/quiz/terminal';

/** Where `npm run engine` and `npm start` listen, on the learner's own machine. */
const DOOR = 'tcp://127.0.0.1:2375';

/** Keys for the learner's own docker command line. A new one is shown this once, in the line that is to be typed. */
export function KeyPanel({ api }: { readonly api: SandboxApi }) {
  const t = useTranslations('terminal');
  const format = useFormatter();
  const [keys, setKeys] = useState<readonly KeyRow[]>([]);
  const [fresh, setFresh] = useState<string | null>(null);
  const [failure, setFailure] = useState<PracticeFailure | null>(null);
  const take = (reply: Awaited<ReturnType<SandboxApi['keys']>>) => {
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) setKeys(reply.value.keys);
    setFresh(reply.ok ? reply.value.key : null);
  };
  const ask = async (act: Parameters<SandboxApi['keys']>[0]) => {
    take(await api.keys(act));
  };
  const taken = useEffectEvent(take);
  useEffect(() => {
    void api.keys({ act: 'list' }).then((reply) => {
      taken(reply);
    });
  }, [api]);
  const line = fresh === null ? null : `export DOCKER_HOST=${DOOR}/${fresh}`;
  return (
    <div className="flex flex-col gap-4">
      <Button
        tone="strong"
        onClick={() => {
          void ask({ act: 'issue' });
        }}
      >
        {t('issueKey')}
      </Button>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          {failureWords(failure, t)}
        </Notice>
      )}
      {line === null ? null : (
        <Notice tone="good" live="polite">
          <p>{t('keyOnce')}</p>
          <p className="flex items-center gap-2">
            <code translate="no" className="min-w-0 flex-1 text-sm break-all select-all">
              {line}
            </code>
            <CopyButton text={line} label={t('copy')} doneLabel={t('copied')} />
          </p>
        </Notice>
      )}
      <ul className="divide-line flex flex-col divide-y">
        {keys.map(({ id, hint, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <code translate="no">{`${hint}…`}</code>
            <span className="text-muted flex-1 text-sm">
              {format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
            <Button
              size="small"
              tone="quiet"
              onClick={() => {
                void ask({ act: 'revoke', id });
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
