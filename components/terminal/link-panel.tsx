'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import type { LinkRow, SandboxApi } from '@/lib/quiz/terminal';
import { GrantPanel } from './grant-panel';

/** The links to a sandbox's run. */
export function LinkPanel({ api, runsAt }: { readonly api: SandboxApi; readonly runsAt: string }) {
  const t = useTranslations('terminal');
  return (
    <GrantPanel
      call={api.links}
      make={t('makeLink')}
      none={t('noLinks')}
      row={({ id }: LinkRow) => (
        <>
          <a
            href={`${runsAt}${id}`}
            translate="no"
            className="min-w-0 basis-full font-mono text-sm break-all underline underline-offset-4"
          >
            {`${runsAt}${id}`}
          </a>
          <CopyButton text={`${runsAt}${id}`} label={t('copy')} doneLabel={t('copied')} />
        </>
      )}
    />
  );
}
