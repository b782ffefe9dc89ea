'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** A name that a template may use, with what it means in the reader's language. */
export interface NamedWords {
  readonly id: string;
  readonly words: string;
}

interface NamesPanelProps {
  readonly concepts: readonly NamedWords[];
  readonly beliefs: readonly NamedWords[];
  readonly onInsert: (id: string) => void;
}

/** The concepts and beliefs that exist, folded away; pressing one puts its id where the cursor is. */
export function NamesPanel({ concepts, beliefs, onInsert }: NamesPanelProps) {
  const t = useTranslations('studio.names');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const matching = (list: readonly NamedWords[]) =>
    list.filter(({ id, words }) => id.includes(wanted) || words.toLowerCase().includes(wanted));
  const groups = [
    { title: t('concepts'), list: matching(concepts) },
    { title: t('beliefs'), list: matching(beliefs) },
  ];
  return (
    <details className="rounded-control border-line bg-surface border px-4 py-2">
      <summary className="min-h-9 content-center font-medium">{t('title')}</summary>
      <div className="flex flex-col gap-4 py-3">
        <Field label={t('search')} hint={t('lead')}>
          {(control) => (
            <Input
              {...control}
              type="search"
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
              }}
            />
          )}
        </Field>
        {groups.every(({ list }) => list.length === 0) ? (
          <p role="status" className="text-muted">
            {t('none')}
          </p>
        ) : null}
        <div className="scroll-hint grid max-h-96 gap-4 overflow-y-auto sm:grid-cols-2">
          {groups.map(({ title, list }) =>
            list.length === 0 ? null : (
              <section key={title}>
                <h3 className="mb-1 font-semibold">{title}</h3>
                <ul>
                  {list.map(({ id, words }) => (
                    <li key={id}>
                      <button
                        type="button"
                        onClick={() => {
                          onInsert(id);
                        }}
                        className="hover:bg-sunken w-full rounded-md px-2 py-1.5 text-left"
                      >
                        <code translate="no" className="block text-sm font-medium">
                          {id}
                        </code>
                        <span className="text-muted block text-sm">{words}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ),
          )}
        </div>
      </div>
    </details>
  );
}
