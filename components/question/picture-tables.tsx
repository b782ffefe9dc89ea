'use client';

import { useTranslations } from 'next-intl';
import type { ContainerPicture, ImagePicture } from '@/lib/quiz/types';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { StateBadge } from '@/components/ui/state-badge';
import { classNames } from '@/components/ui/class-names';
import { imageSize, memorySize } from './human-size';
import { containerChange, imageChange, type RowChange } from './picture-changes';

/** Room at the ends of a row, so that a tinted one does not cut its words. */
const insetRows = '[&_:is(td,th):first-child]:pl-2.5 [&_:is(td,th):last-child]:pr-2.5';

/** The containers after a step; rows that this step touched are marked in words and tint. */
export function ContainerTable({
  containers,
  before,
}: {
  readonly containers: readonly ContainerPicture[];
  readonly before: readonly ContainerPicture[] | null;
}) {
  const t = useTranslations('verdict');
  if (containers.length === 0) return <NoRows title={t('containers')} text={t('noContainers')} />;
  return (
    <Table caption={t('containers')} className={insetRows}>
      <thead>
        <tr>
          <HeadCell>{t('name')}</HeadCell>
          <HeadCell>{t('state')}</HeadCell>
          <HeadCell>{t('cpu')}</HeadCell>
          <HeadCell className="text-right">{t('memory')}</HeadCell>
          <HeadCell className="sm:pl-6">{t('ports')}</HeadCell>
          <HeadCell>{t('image')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {containers.map((container) => {
          const change = containerChange(container, before);
          return (
            <tr key={container.name} className={rowTint(change)}>
              <HeadCell scope="row" className="font-mono whitespace-nowrap">
                {container.name} <ChangeWord change={change} />
              </HeadCell>
              <Cell>
                <StateBadge state={container.state} />
              </Cell>
              <Cell className={classNames('whitespace-nowrap', !container.cpu && 'text-muted')}>
                {container.cpu ? t('cpuYes') : t('cpuNo')}
              </Cell>
              <Cell
                numeric
                className={classNames('whitespace-nowrap', container.memory === 0 && 'text-muted')}
              >
                {container.memory === 0 ? '0' : memorySize(container.memory)}
              </Cell>
              <Cell className="font-mono text-sm whitespace-nowrap sm:pl-6">
                {container.ports === '' ? <span className="text-muted">–</span> : container.ports}
              </Cell>
              <Cell className="font-mono text-sm whitespace-nowrap">{container.image}</Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** The local images after a step. */
export function ImageTable({
  images,
  before,
}: {
  readonly images: readonly ImagePicture[];
  readonly before: readonly ImagePicture[] | null;
}) {
  const t = useTranslations('verdict');
  if (images.length === 0) return <NoRows title={t('images')} text={t('noImages')} />;
  return (
    <Table caption={t('images')} className={insetRows}>
      <thead>
        <tr>
          <HeadCell>{t('name')}</HeadCell>
          <HeadCell>{t('id')}</HeadCell>
          <HeadCell className="text-right">{t('size')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {images.map((image) => {
          const change = imageChange(image, before);
          return (
            <tr key={image.id} className={rowTint(change)}>
              <HeadCell scope="row" className="font-mono">
                {image.names.length === 0 ? '<none>' : image.names.join(', ')}{' '}
                <ChangeWord change={change} />
              </HeadCell>
              <Cell className="text-muted font-mono text-sm">{image.id}</Cell>
              <Cell numeric>{imageSize(image.size)}</Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function rowTint(change: RowChange): string {
  return change === 'same' ? '' : 'bg-note-soft/70';
}

function ChangeWord({ change }: { readonly change: RowChange }) {
  const t = useTranslations('verdict');
  if (change === 'same') return null;
  return (
    <span className="text-note ml-1 font-sans text-xs font-medium whitespace-nowrap">
      {t(change)}
    </span>
  );
}

function NoRows({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <p className="text-sm">
      <span className="text-muted">{title}:</span> {text}
    </p>
  );
}
