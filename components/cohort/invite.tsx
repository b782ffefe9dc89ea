import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Button } from '@/components/ui/button';

/** The way in for learners: link and code, each with its copy button, and a new code when they got into wrong hands. */
export function Invite({
  link,
  code,
  renew,
}: {
  readonly link: string;
  readonly code: string;
  /** Gives the cohort another code; a server action. */
  readonly renew: () => Promise<void>;
}) {
  const t = useTranslations('cohorts');
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <div className="min-w-0">
          <dt className="text-muted text-sm">{t('link')}</dt>
          <dd className="flex items-center gap-2">
            <span translate="no" className="min-w-0 font-mono text-sm break-all select-all">
              {link}
            </span>
            <CopyButton text={link} label={t('copyLink')} doneLabel={t('copied')} />
          </dd>
        </div>
        <div>
          <dt className="text-muted text-sm">{t('code')}</dt>
          <dd className="flex items-center gap-2">
            <span translate="no" className="font-mono text-lg font-semibold whitespace-nowrap">
              {spaced}
            </span>
            <CopyButton text={code} label={t('copyCode')} doneLabel={t('copied')} />
          </dd>
        </div>
      </dl>
      <form action={renew} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" size="small">
          {t('renew')}
        </Button>
        <p className="text-muted text-sm">{t('renewText')}</p>
      </form>
    </div>
  );
}
