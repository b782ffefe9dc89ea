import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { keyOf, marksOf, type Mark } from '@/lib/stage/marks';
import { layerTree, imagesOn, nodesFrom } from '@/lib/stage/layer-tree';
import type { ContainerPicture, ImagePicture, Picture } from '@/lib/stage/picture';
import { StateBadge } from '@/components/ui/state-badge';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { classNames } from '@/components/ui/class-names';
import { imageSize, memorySize } from './human-size';
import { portText } from './port-text';

/** Room at the ends of a row, so that a tinted one does not cut its words. */
const insetRows = '[&_:is(td,th):first-child]:pl-2.5 [&_:is(td,th):last-child]:pr-2.5';

/** Everything that the stage draws, in tables; rows that this step touched are marked in words and tint. */
export function StageTables({
  picture,
  before,
}: {
  readonly picture: Picture;
  readonly before: Picture | null;
}) {
  const t = useTranslations('stage.tables');
  const { of } = marksOf(before, picture);
  const { registries, volumes, networks } = picture;
  const gone = <T,>(was: readonly T[], key: (each: T) => string): readonly T[] =>
    was.filter((each) => of(key(each)) === 'gone');
  const containers = [
    ...picture.containers,
    ...gone(before?.containers ?? [], ({ id }) => keyOf.container(id)),
  ];
  const images = [...picture.images, ...gone(before?.images ?? [], ({ id }) => keyOf.image(id))];
  const usersOf = (kind: 'volume' | 'network', name: string): string =>
    picture.containers
      .filter((container) =>
        kind === 'network'
          ? container.networks.includes(name)
          : container.mounts.some((mount) => mount.kind === 'volume' && mount.source === name),
      )
      .map(({ name: user }) => user)
      .join(', ');
  return (
    <div className="flex flex-col gap-5">
      <ContainerTable containers={containers} markOf={of} />
      <ImageTable images={images} all={picture.images} markOf={of} />
      {registries.length === 0 ? null : (
        <Table caption={t('registries')} className={insetRows}>
          <Head names={[t('name'), t('holds'), t('user')]} />
          <tbody>
            {registries.map(({ host, user, entries }) => {
              const mark = entries.some(({ name }) => of(keyOf.entry(host, name)) !== 'same')
                ? 'changed'
                : of(keyOf.registry(host));
              return (
                <Row key={host} name={host === 'docker.io' ? 'Docker Hub' : host} mark={mark}>
                  <Cell className="font-mono text-sm">
                    {entries.map(({ name }) => name).join(', ') || t('none')}
                  </Cell>
                  <Cell className="font-mono text-sm">{user ?? '–'}</Cell>
                </Row>
              );
            })}
          </tbody>
        </Table>
      )}
      {volumes.length === 0 ? null : (
        <Table caption={t('volumes')} className={insetRows}>
          <Head names={[t('name'), t('usedBy')]} />
          <tbody>
            {volumes.map(({ name, anonymous }) => (
              <Row
                key={name}
                name={anonymous ? `${name.slice(0, 12)}…` : name}
                mark={of(keyOf.volume(name))}
              >
                <Cell className="font-mono text-sm">{usersOf('volume', name) || t('none')}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {networks.length === 0 ? null : (
        <Table caption={t('networks')} className={insetRows}>
          <Head names={[t('name'), t('driver'), t('usedBy')]} />
          <tbody>
            {networks.map(({ name, driver }) => (
              <Row key={name} name={name} mark={of(keyOf.network(name))}>
                <Cell className="font-mono text-sm">{driver}</Cell>
                <Cell className="font-mono text-sm">{usersOf('network', name) || t('none')}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}

function ContainerTable({
  containers,
  markOf,
}: {
  readonly containers: readonly ContainerPicture[];
  readonly markOf: (key: string) => Mark;
}) {
  const t = useTranslations('stage.tables');
  if (containers.length === 0) return <NoRows title={t('containers')} text={t('noContainers')} />;
  const mounted = containers.some(({ mounts }) => mounts.length > 0);
  const networked = containers.some(({ networks }) => networks.length > 0);
  return (
    <Table caption={t('containers')} className={insetRows}>
      <Head
        names={[
          t('name'),
          t('state'),
          t('cpu'),
          t('memory'),
          t('ports'),
          t('image'),
          t('writable'),
          ...(mounted ? [t('mounts')] : []),
          ...(networked ? [t('network')] : []),
        ]}
      />
      <tbody>
        {containers.map((container) => {
          const { id, name, state, exitCode, cpu, memory, ports, image, written } = container;
          return (
            <Row key={id} name={name} mark={markOf(keyOf.container(id))}>
              <Cell className="whitespace-nowrap">
                <StateBadge state={state} />
                {exitCode === null ? null : (
                  <span className="text-muted text-sm"> ({exitCode})</span>
                )}
              </Cell>
              <Cell className={classNames('whitespace-nowrap', !cpu && 'text-muted')}>
                {cpu ? t('cpuYes') : t('cpuNo')}
              </Cell>
              <Cell className={classNames('whitespace-nowrap', memory === 0 && 'text-muted')}>
                {memory === 0 ? '0' : memorySize(memory)}
              </Cell>
              <Cell className="font-mono text-sm whitespace-nowrap">
                {ports.length === 0 ? '–' : ports.map(portText).join(', ')}
              </Cell>
              <Cell className="font-mono text-sm whitespace-nowrap">{image}</Cell>
              <Cell className="text-sm whitespace-nowrap">
                {t('writablePaths', { count: written.paths })}
              </Cell>
              {mounted ? (
                <Cell className="font-mono text-sm whitespace-nowrap">
                  {container.mounts
                    .map(
                      ({ source, path, readonly }) =>
                        `${source.slice(0, 24)} → ${path}${readonly ? ` (${t('readonly')})` : ''}`,
                    )
                    .join(', ') || '–'}
                </Cell>
              ) : null}
              {networked ? (
                <Cell className="font-mono text-sm">{container.networks.join(', ') || '–'}</Cell>
              ) : null}
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

function ImageTable({
  images,
  all,
  markOf,
}: {
  readonly images: readonly ImagePicture[];
  /** The images that are there now: of whose layers some may be shared. */
  readonly all: readonly ImagePicture[];
  readonly markOf: (key: string) => Mark;
}) {
  const t = useTranslations('stage.tables');
  if (images.length === 0) return <NoRows title={t('images')} text={t('noImages')} />;
  const shared = new Map<string, number>();
  for (const node of layerTree(all).children.flatMap(nodesFrom)) {
    const on = imagesOn(node);
    if (on.length > 1) for (const id of on) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  return (
    <Table caption={t('images')} className={insetRows}>
      <Head names={[t('name'), t('id'), t('layers'), t('size')]} />
      <tbody>
        {images.map((image) => {
          const { id, names, layers, size, held } = image;
          const own = markOf(keyOf.image(id));
          const renamed = names.some((name) => markOf(keyOf.name(id, name)) !== 'same');
          return (
            <Row
              key={id}
              name={names.length === 0 ? '<none>' : names.join(', ')}
              mark={own === 'same' && renamed ? 'changed' : own}
            >
              <Cell className="text-muted font-mono text-sm whitespace-nowrap">{id}</Cell>
              <Cell className="whitespace-nowrap">
                {held
                  ? t('held')
                  : t('layerCount', { count: layers.length, shared: shared.get(id) ?? 0 })}
              </Cell>
              <Cell className="whitespace-nowrap">{imageSize(size)}</Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

function Head({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <HeadCell key={name}>{name}</HeadCell>
        ))}
      </tr>
    </thead>
  );
}

function Row({
  name,
  mark,
  children,
}: {
  readonly name: string;
  readonly mark: Mark;
  readonly children: ReactNode;
}) {
  const t = useTranslations('stage.tables');
  return (
    <tr className={mark === 'same' ? '' : 'bg-note-soft/70'}>
      <HeadCell scope="row" className="font-mono whitespace-nowrap">
        <span className={mark === 'gone' ? 'line-through' : ''}>{name}</span>{' '}
        {mark === 'same' ? null : (
          <span className="text-note ml-1 font-sans text-xs font-medium whitespace-nowrap">
            {t(mark)}
          </span>
        )}
      </HeadCell>
      {children}
    </tr>
  );
}

function NoRows({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <p className="text-sm">
      <span className="text-muted">{title}:</span> {text}
    </p>
  );
}
