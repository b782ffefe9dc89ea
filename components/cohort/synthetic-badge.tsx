import { useTranslations } from 'next-intl';
import { FlaskConical } from 'lucide-react';
import { Badge } from '@/components/ui/badge';

/** Says of a person or a cohort that it was made up. */
export function SyntheticBadge() {
  const t = useTranslations('cohorts');
  return (
    <Badge tone="note">
      <FlaskConical aria-hidden className="size-3.5" />
      {t('synthetic')}
    </Badge>
  );
}
