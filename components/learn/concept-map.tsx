'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Sentence } from '@/components/ui/sentence';
import { conceptStandings } from '@/lib/scheduling/concept-standing';
import { linePath } from './line-path';
import type { MapEntry } from './map-entry';
import { lanes, mapMeasures, type MapLayout } from './map-layout';
import { neighbourOf } from './map-neighbour';
import { StandingMark } from './standing-mark';

/**
 * The course as a map: what is needed stands above what needs it, topics side by side. Links in teaching order; the one in hand lights up what it needs and what it
 * opens, and the arrow keys go along.
 */
export function ConceptMap({
  concepts,
  layout,
  next,
}: {
  readonly concepts: readonly MapEntry[];
  readonly layout: MapLayout;
  /** The concept to begin next. */
  readonly next: string | null;
}) {
  const t = useTranslations('learn');
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const shown = byId.get(active ?? next ?? '');
  const nodes = layout.nodes.map((node, index) => ({ ...node, index }));

  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const to = neighbourOf(layout, id, event.key);
    if (to === null) return;
    event.preventDefault();
    const index = layout.nodes.findIndex((node) => node.id === to);
    list.current?.querySelectorAll('a')[index]?.focus();
  };

  return (
    <div>
      <p aria-hidden className="mb-1 flex h-12 items-center justify-center gap-x-3 text-center">
        {shown === undefined ? null : (
          <span className="line-clamp-2 max-w-3xl text-[0.9375rem]">
            <strong className="font-semibold">
              {shown.id === next ? t('nextIs', { title: shown.title }) : shown.title}
            </strong>
            <span className="text-muted">
              {' · '}
              <Sentence text={shown.statement} />
            </span>
          </span>
        )}
      </p>
      <ul aria-label={t('marks')} className="mb-4 flex flex-wrap justify-center gap-x-5 gap-y-1">
        {conceptStandings.map((standing) => (
          <li key={standing} className="text-muted flex items-center gap-1.5 text-sm">
            <StandingMark standing={standing} />
            {t(`standing.${standing}`)}
          </li>
        ))}
        {next === null ? null : (
          <li className="text-muted flex items-center gap-1.5 text-sm">
            <span aria-hidden className="border-accent h-3.5 w-5 rounded-sm border-2" />
            {t('next')}
          </li>
        )}
        <li className="text-muted flex items-center gap-1.5 text-sm">
          <svg aria-hidden viewBox="0 0 20 16" className="h-4 w-5" fill="none">
            <path d="M3 1v4q0 3 3 3h8q3 0 3 3v4" stroke="var(--line-strong)" strokeWidth={1.5} />
          </svg>
          {t('lineMeans')}
        </li>
      </ul>
      <div className="relative" style={{ height: layout.height }}>
        <Lanes width={layout.width} />
        <MapLines layout={layout} active={active} />
        <ol ref={list} aria-label={t('mapLabel')}>
          {nodes.map(({ id, x, y }) => {
            const concept = byId.get(id);
            return concept === undefined ? null : (
              <li
                key={id}
                className="absolute -translate-1/2"
                style={{
                  left: `${String((x / layout.width) * 100)}%`,
                  top: y,
                  width: `${String((mapMeasures.boxWidth / layout.width) * 100)}%`,
                  height: mapMeasures.boxHeight,
                }}
              >
                <Box
                  concept={concept}
                  next={id === next}
                  lit={isLit(layout, active, id)}
                  needs={concept.needs.flatMap((need) => byId.get(need)?.title ?? [])}
                  onActive={setActive}
                  onKeyDown={(event) => {
                    onKeyDown(event, id);
                  }}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

/** Whether a concept is the one in hand, something it needs, or something it opens. */
function isLit({ edges }: MapLayout, active: string | null, id: string): boolean {
  if (active === null) return false;
  return (
    id === active ||
    edges.some(({ from, to }) => (from === active && to === id) || (to === active && from === id))
  );
}

function Lanes({ width }: { readonly width: number }) {
  const t = useTranslations('learn');
  return lanes.map((topic, index) => (
    <div
      key={topic}
      aria-hidden
      className={classNames(
        'rounded-card absolute inset-y-0 pt-3 text-center text-sm font-semibold',
        index % 2 === 0 ? 'bg-sunken/60' : null,
      )}
      style={{
        left: `${String(((index * mapMeasures.laneWidth) / width) * 100)}%`,
        width: `${String((mapMeasures.laneWidth / width) * 100)}%`,
      }}
    >
      {t(`topics.${topic}`)}
    </div>
  ));
}

function MapLines({
  layout: { width, height, edges },
  active,
}: {
  readonly layout: MapLayout;
  readonly active: string | null;
}) {
  const isActive = (edge: (typeof edges)[number]) => edge.from === active || edge.to === active;
  // What is lit is drawn last, above the others.
  const drawn = [...edges].sort((a, b) => Number(isActive(a)) - Number(isActive(b)));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
      fill="none"
    >
      {drawn.map((edge) => (
        <path
          key={`${edge.from} ${edge.to}`}
          d={linePath(edge.points)}
          vectorEffect="non-scaling-stroke"
          stroke={isActive(edge) ? 'var(--ink)' : 'var(--line-strong)'}
          strokeWidth={isActive(edge) ? 2 : 1.25}
          strokeOpacity={active === null || isActive(edge) ? 1 : 0.35}
        />
      ))}
    </svg>
  );
}

function Box({
  concept,
  next,
  lit,
  needs,
  onActive,
  onKeyDown,
}: {
  readonly concept: MapEntry;
  readonly next: boolean;
  readonly lit: boolean;
  readonly needs: readonly string[];
  readonly onActive: (id: string | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const t = useTranslations('learn');
  const { id, title, standing } = concept;
  const light = () => {
    onActive(id);
  };
  const leave = () => {
    onActive(null);
  };
  return (
    <Link
      href={`/learn/${id}`}
      prefetch={false}
      onMouseEnter={light}
      onFocus={light}
      onMouseLeave={leave}
      onBlur={leave}
      onKeyDown={onKeyDown}
      className={classNames(
        'rounded-control bg-surface flex size-full items-center gap-1.5 border px-2 text-[0.8125rem] leading-tight font-medium',
        next ? 'border-accent ring-accent ring-1' : lit ? 'border-ink' : 'border-line',
        lit ? 'shadow-card' : null,
      )}
    >
      <StandingMark standing={standing} />
      <span className="line-clamp-3 min-w-0 break-words">{title}</span>
      <span className="sr-only">
        {next ? ` (${t('next')})` : null} {t(`standing.${standing}`)}.{' '}
        {needs.length === 0 ? null : t('needsList', { names: needs.join(', ') })}
      </span>
    </Link>
  );
}
