'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import type { KeyList, KeyRow, SandboxApi } from '@/lib/quiz/terminal';
import { GrantPanel } from './grant-panel';

/** Keys for the learner's own docker command line. A new one is shown this once, in the line that is to be typed. */
export function KeyPanel({ keys }: Pick<SandboxApi, 'keys'>) {
  const t = useTranslations('terminal');
  return (
    <GrantPanel
      call={keys}
      make={t('issueKey')}
      none={t('noKeys')}
      mayMake={({ door }) => door !== null}
      note={(list) => <KeyNote list={list} />}
      row={({ hint }: KeyRow) => <code translate="no">{`${hint}…`}</code>}
    />
  );
}

/** How the new key is used; without a door, that no key is of use. */
function KeyNote({ list: { made, door } }: { readonly list: KeyList }) {
  const t = useTranslations('terminal');
  if (door === null)
    return (
      <Notice tone="note" live="polite">
        {t.rich('noDoor', { code: (words) => <code translate="no">{words}</code> })}
      </Notice>
    );
  if (made === null) return null;
  const line = `export DOCKER_HOST=${door}/${made} DOCKER_BUILDKIT=0`;
  return (
    <Notice tone="good" live="polite">
      <p>{t('keyOnce')}</p>
      <p className="flex items-center gap-2">
        <code translate="no" className="min-w-0 flex-1 text-sm break-all select-all">
          {line}
        </code>
        <CopyButton text={line} label={t('copy')} doneLabel={t('copied')} />
      </p>
    </Notice>
  );
}
