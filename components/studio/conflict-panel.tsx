'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';

/** The draft was changed elsewhere: the author sees both texts and chooses; nothing is thrown away. */
export function ConflictPanel({
  theirs,
  onChoose,
}: {
  readonly theirs: string;
  readonly onChoose: (which: 'mine' | 'theirs') => void;
}) {
  const t = useTranslations('studio.save');
  return (
    <Notice tone="note" live="assertive">
      <p>{t('conflict')}</p>
      <OtherText title={t('other')} text={theirs} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() => {
            onChoose('mine');
          }}
        >
          {t('mine')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            onChoose('theirs');
          }}
        >
          {t('theirs')}
        </Button>
      </div>
    </Notice>
  );
}

/** The text that lost, until its author drops it. */
export function KeptText({ text, onDrop }: { readonly text: string; readonly onDrop: () => void }) {
  const t = useTranslations('studio.save');
  return (
    <Notice
      tone="info"
      action={
        <Button size="small" onClick={onDrop}>
          {t('drop')}
        </Button>
      }
    >
      <p>{t('kept')}</p>
      <OtherText title={t('keptText')} text={text} />
    </Notice>
  );
}

function OtherText({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useTranslations('studio.save');
  return (
    <details className="mt-2">
      <summary className="min-h-9 content-center font-medium">{title}</summary>
      <div className="relative">
        <textarea
          readOnly
          aria-label={title}
          value={text}
          rows={10}
          translate="no"
          spellCheck={false}
          className="bg-surface border-line-strong rounded-control w-full border p-3 pr-12 font-mono text-sm"
        />
        <CopyButton
          text={text}
          label={t('copy')}
          doneLabel={t('copied')}
          className="text-muted hover:text-ink absolute top-2 right-2"
        />
      </div>
    </details>
  );
}
