import { useTranslations } from 'next-intl';
import { CircleAlert, CircleCheck, CircleDot, CirclePause, PencilLine } from 'lucide-react';
import { Badge, type BadgeTone } from '@/components/ui/badge';

/** How a studio template stands. */
export type StudioState = 'draft' | 'published' | 'edited' | 'failed' | 'retired';

const looks = {
  draft: { tone: 'plain', Icon: CircleDot },
  published: { tone: 'good', Icon: CircleCheck },
  edited: { tone: 'note', Icon: PencilLine },
  failed: { tone: 'bad', Icon: CircleAlert },
  retired: { tone: 'plain', Icon: CirclePause },
} as const satisfies Record<StudioState, { tone: BadgeTone; Icon: typeof CircleDot }>;

/** The state of a template: a word with a shape. */
export function StudioStateBadge({ state }: { readonly state: StudioState }) {
  const t = useTranslations('studio.state');
  const { tone, Icon } = looks[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {t(state)}
    </Badge>
  );
}
