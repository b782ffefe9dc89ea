'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';

/** The keys of a practice, in the order one meets them. */
export function KeyboardHelp({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('question.help');
  const rows: readonly (readonly [keys: readonly string[], meaning: string])[] = [
    [['1', '9'], t('select')],
    [['Enter'], t('sure')],
    [['Shift + Enter'], t('unsure')],
    [['0'], t('unknown')],
    [['Backspace'], t('takeBack')],
    [[t('space')], t('show')],
    [['1', '3'], t('grade')],
    [['Enter', t('space')], t('continue')],
    [['←', '→'], t('run')],
    [['U'], t('undo')],
    [['?'], t('help')],
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} closeLabel={t('close')}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2.5">
        {rows.map(([keys, meaning]) => (
          <div key={meaning} className="contents">
            <dt className="flex items-center gap-1 whitespace-nowrap">
              {keys.map((key, index) => (
                <span key={key} className="flex items-center gap-1">
                  {index > 0 ? <span className="text-muted text-sm">{separator(keys)}</span> : null}
                  <kbd className="border-line-strong bg-sunken rounded-md border px-2 py-0.5 text-sm">
                    {key}
                  </kbd>
                </span>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function separator(keys: readonly string[]): string {
  return /^\d$/.test(keys[0] ?? '') ? '–' : '/';
}
