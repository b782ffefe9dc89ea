import type { useTranslations } from 'next-intl';

/** A time on the host's clock in words: `10초`, `2분`, `3시간`. */
export function waited(
  milliseconds: number,
  t: ReturnType<typeof useTranslations<'terminal'>>,
): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 120) return t('seconds', { count: Math.round(seconds) });
  const minutes = Math.round(seconds / 60);
  return minutes < 120
    ? t('minutes', { count: minutes })
    : t('hours', { count: Math.round(minutes / 60) });
}
