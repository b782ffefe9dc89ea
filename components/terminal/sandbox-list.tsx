import { useTranslations } from 'next-intl';
import { Plus, SquareTerminal } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';

interface SandboxListProps {
  readonly sandboxes: readonly {
    readonly id: string;
    /** When it was used last, as it is read. */
    readonly used: string;
    readonly expired: boolean;
    readonly entries: number;
  }[];
  /** What a new sandbox may have in its store from the beginning. */
  readonly images: readonly string[];
  /** No more can be made. */
  readonly full: boolean;
  readonly create: (data: FormData) => Promise<void>;
  readonly revive: (id: string) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
}

/** The learner's sandboxes of free play, and the form for a new one. */
export function SandboxList({ sandboxes, images, full, create, revive, drop }: SandboxListProps) {
  const t = useTranslations('terminal');
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
                    {id.slice(-8)}
                  </span>
                  {expired ? <Badge tone="note">{t('expired')}</Badge> : null}
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
        <form action={create} className="flex flex-col gap-4">
          <fieldset className="flex flex-col gap-1">
            <legend className="font-medium">{t('images')}</legend>
            <p className="text-muted mb-1 text-sm">{t('imagesText')}</p>
            <div className="grid grid-cols-2 gap-x-4">
              {images.map((name) => (
                <label key={name} className="flex min-h-11 items-center gap-2.5">
                  <input type="checkbox" name="image" value={name} className="size-5" />
                  <span translate="no" className="font-mono">
                    {name}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <Button type="submit" tone="next" disabled={full}>
            <Plus aria-hidden className="size-5" />
            {t('create')}
          </Button>
          {full ? <p className="text-muted text-sm">{t('full')}</p> : null}
        </form>
      </Card>
    </div>
  );
}
