'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface LabConfirmProps {
  readonly what: 'giveUp' | 'restart' | null;
  readonly onCancel: () => void;
  readonly onYes: () => void;
}

/** Asks before something that cannot be taken back: giving up, or setting the sandbox up anew. */
export function LabConfirm({ what, onCancel, onYes }: LabConfirmProps) {
  const t = useTranslations('question.lab');
  const of = what ?? 'giveUp';
  return (
    <Dialog
      open={what !== null}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
      title={t(`${of}Title`)}
      description={t(`${of}Text`)}
      closeLabel={t('goOn')}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button tone="quiet" onClick={onCancel}>
          {t('goOn')}
        </Button>
        <Button tone={of === 'giveUp' ? 'danger' : 'strong'} onClick={onYes}>
          {t(`${of}Yes`)}
        </Button>
      </div>
    </Dialog>
  );
}
