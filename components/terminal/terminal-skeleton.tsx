import { useTranslations } from 'next-intl';
import { paneHeights, type PaneHeight } from './pane-heights';

/** The place of the terminal while it is loaded. */
export function TerminalSkeleton({ height }: { readonly height: PaneHeight }) {
  const t = useTranslations('terminal');
  return (
    <div
      role="status"
      className={`bg-terminal text-terminal-muted border-terminal-line rounded-control grid place-items-center border ${paneHeights[height]}`}
    >
      {t('loading')}
    </div>
  );
}
