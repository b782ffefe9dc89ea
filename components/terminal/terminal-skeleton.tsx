import { useTranslations } from 'next-intl';

/** The place of the terminal while it is loaded. */
export function TerminalSkeleton() {
  const t = useTranslations('terminal');
  return (
    <div
      role="status"
      className="bg-terminal text-terminal-muted border-terminal-line rounded-control grid h-[min(60dvh,34rem)] place-items-center border"
    >
      {t('loading')}
    </div>
  );
}
