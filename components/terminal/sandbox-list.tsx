import { useTranslations } from 'next-intl';
import { SquareTerminal } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { NewSandboxForm, type NewSandboxFormProps } from './new-sandbox-form';

interface SandboxListProps extends Pick<NewSandboxFormProps, 'images' | 'create'> {
  /** The one used last first, expired ones behind. */
  readonly sandboxes: readonly {
    readonly id: string;
    /** When it was used last, as it is read. */
    readonly used: string;
    readonly expired: boolean;
    readonly entries: number;
  }[];
  /** How many may be there at a time that have not expired. */
  readonly most: number;
  readonly revive: (id: string) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
}

/** Enough of an id to tell a learner's few sandboxes apart. */
const nameOf = (id: string): string => id.slice(-8);

/** The learner's sandboxes of free play, and the form for a new one. */
export function SandboxList({ sandboxes, images, most, create, revive, drop }: SandboxListProps) {
  const t = useTranslations('terminal');
  const living = sandboxes.filter(({ expired }) => !expired);
  const oldest = living.length < most ? undefined : living.at(-1);
  const full = oldest === undefined ? null : t('full', { most, oldest: nameOf(oldest.id) });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1.4fr_1fr]">
      <section aria-labelledby="sandboxes" className="flex min-w-0 flex-col gap-3">
        <h2 id="sandboxes" className="text-lg font-semibold">
          {t('mine')}
        </h2>
        {sandboxes.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
        <ul className="flex flex-col gap-3">
          {sandboxes.map(({ id, used, expired, entries }) => (
            <Card as="li" key={id} className="flex flex-wrap items-center gap-x-4 gap-y-3">
              <SquareTerminal aria-hidden className="text-muted size-6" />
              <div className="min-w-0 flex-1 basis-48">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  <span translate="no" className="font-mono">
                    {nameOf(id)}
                  </span>
                  {expired ? <Badge tone="note">{t('expired')}</Badge> : null}
                  {id === oldest?.id ? <Badge tone="note">{t('oldest')}</Badge> : null}
                </p>
                <p className="text-muted text-sm">{t('usedAt', { used, entries })}</p>
              </div>
              {expired ? (
                <form action={revive.bind(null, id)}>
                  <Button type="submit" size="small">
                    {t('revive')}
                  </Button>
                </form>
              ) : (
                <div className="flex gap-2">
                  <LinkButton size="small" tone="strong" href={`/terminal/${id}`}>
                    {t('open')}
                  </LinkButton>
                  <form action={drop.bind(null, id)}>
                    <Button type="submit" size="small" tone="quiet">
                      {t('drop')}
                    </Button>
                  </form>
                </div>
              )}
            </Card>
          ))}
        </ul>
      </section>
      <Card as="section" className="flex flex-col gap-4">
        <h2 className="text-lg font-semibold">{t('newTitle')}</h2>
        <NewSandboxForm images={images} full={full} create={create} />
      </Card>
    </div>
  );
}
