import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';

/** For a guest's account menu: what signing up gives them, and the way there. */
export function SaveProgress() {
  const t = useTranslations('account.saveProgress');
  return (
    <div className="flex flex-col gap-2 p-3">
      <p className="text-muted text-sm">{t('why')}</p>
      <LinkButton href="/sign-up" tone="plain" size="small">
        <UserPlus aria-hidden className="size-4" />
        {t('signUp')}
      </LinkButton>
    </div>
  );
}
