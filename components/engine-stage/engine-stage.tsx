import { useTranslations } from 'next-intl';
import { layout } from '@/lib/stage/layout';
import type { Picture } from '@/lib/stage/picture';
import { planOf, type Plan } from '@/lib/stage/plan';
import { StagePicture } from './stage-picture';

interface EngineStageProps {
  readonly picture: Picture;
  /** The picture one step before: what is different is marked. Null marks nothing. */
  readonly before?: Picture | null;
  /** The plan of the run that the picture belongs to, so that things keep their places (`planOf`). */
  readonly plan?: Plan;
}

/**
 * A Docker host, drawn. It fills the width it is given: one arrangement for a phone, another from 35rem on. Drawn on the server as well as in the
 * browser; it knows no time, and keeps nothing.
 */
export function EngineStage({ picture, before = null, plan }: EngineStageProps) {
  const t = useTranslations('stage');
  const followed = plan ?? planOf([picture]);
  const states = new Map<string, number>();
  for (const { state } of picture.containers) states.set(state, (states.get(state) ?? 0) + 1);
  const counted = [...states].map(([state, count]) => t('stateCount', { state, count })).join(', ');
  const summary = t('summary', {
    images: picture.images.length,
    containers: picture.containers.length,
    states: counted === '' ? '' : ` (${counted})`,
  });
  const shared = sharesLayers(picture);
  return (
    <figure className="@container">
      <div translate="no">
        <StagePicture
          drawing={layout(picture, before, followed, 'narrow')}
          summary={summary}
          className="max-w-[28rem] @min-[35rem]:hidden"
        />
        <StagePicture
          drawing={layout(picture, before, followed, 'wide')}
          summary={summary}
          className="mx-auto hidden max-w-[56rem] @min-[35rem]:block"
        />
      </div>
      {shared ? (
        <figcaption className="text-muted mt-1.5 flex items-center gap-2 text-[0.8125rem]">
          <span aria-hidden className="bg-plate-shared inline-block h-3.5 w-2" />
          {t('shared')}
        </figcaption>
      ) : null}
    </figure>
  );
}

/** Do two images stand on the same base layer? */
function sharesLayers({ images }: Picture): boolean {
  const bases = images.flatMap(({ layers }) => layers[0]?.id ?? []);
  return new Set(bases).size < bases.length;
}
