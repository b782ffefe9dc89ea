import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { BrowserTimeZone } from './browser-time-zone';

/** Starts without an account; who is a guest already goes on. */
export function PractiseNow({
  action,
  returnTo,
  guest,
}: {
  readonly action: (data: FormData) => Promise<void>;
  readonly returnTo: string;
  readonly guest: boolean;
}) {
  const t = useTranslations('account.guest');
  return (
    <form action={action} className="flex flex-col gap-3">
      <h2 className="font-semibold">{t('title')}</h2>
      <p className="text-muted text-sm">{t('why')}</p>
      <input type="hidden" name="callbackUrl" value={returnTo} readOnly />
      <BrowserTimeZone />
      <Button type="submit" className="w-full sm:w-auto sm:self-start">
        {guest ? t('goOn') : t('start')}
      </Button>
    </form>
  );
}
