'use client';

import { useTranslations } from 'next-intl';
import { Tabs } from 'radix-ui';
import { useEffect, useId, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import type { Result } from '@/lib/kernel/result';
import type { JsonSchema } from '@/lib/quiz/schema/json-schema';
import type { DraftProblem, PublishOutcome, StudioApi, StudioFailure } from '@/lib/quiz/studio';
import { CheckPanel } from './check-panel';
import { ConflictPanel, KeptText } from './conflict-panel';
import { DraftKeeper } from './draft-keeper';
import { NamesPanel, type NamedWords } from './names-panel';
import { PublishPanel, type PublishCohort } from './publish-panel';
import { SampleList, type SampleMessages } from './sample-list';
import { SaveTrouble, SaveWord } from './save-status';
import { unsavedTextsOf } from './unsaved-texts';
import { useLiveCheck } from './use-live-check';
import { YamlEditor, type YamlEditorHandle } from './yaml-editor';

export interface StudioWorkspaceProps {
  readonly template: {
    readonly id: string;
    readonly text: string;
    readonly revision: string;
    readonly published: { readonly number: number; readonly revision: string } | null;
    readonly cohorts: readonly PublishCohort[];
  };
  readonly concepts: readonly NamedWords[];
  readonly beliefs: readonly NamedWords[];
  readonly api: StudioApi;
  /** The published schema of templates; loaded once the editor completes something. */
  readonly schema: () => Promise<JsonSchema>;
  readonly sampleMessages: SampleMessages;
  /** A version was published: the page around may say so. */
  readonly onPublished: () => void;
  /** What else can be done with the template. */
  readonly children?: ReactNode;
}

const places = ['text', 'check', 'samples'] as const;
type Place = (typeof places)[number];

const nothing: readonly DraftProblem[] = [];
const storageHere = (): Storage | null => {
  try {
    return window.localStorage;
  } catch (error) {
    // A browser may forbid storage altogether.
    if (error instanceof DOMException) return null;
    throw error;
  }
};

/** The editor and what it shows: text left, check, publishing and preview right; three tabs on a phone. */
export function StudioWorkspace(props: StudioWorkspaceProps) {
  const { template, api } = props;
  const t = useTranslations('studio');
  const hint = useId();
  const editor = useRef<YamlEditorHandle>(null);
  const [place, setPlace] = useState<Place>('text');
  const [published, setPublished] = useState(template.published?.revision ?? null);
  const keeper = useKeeper(template, api);
  const { text, revision, status, kept } = useSyncExternalStore(
    keeper.subscribe,
    keeper.getState,
    keeper.getState,
  );
  const live = useLiveCheck(text, api.check);
  const stale = live.checkedText !== text;
  const { check } = live;

  useEffect(() => {
    if (status.kind === 'saved') return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [status.kind]);

  const goTo = (problem: DraftProblem) => {
    setPlace('text');
    // The editor may stand in a tab that this very press opens.
    requestAnimationFrame(() => editor.current?.goTo(problem));
  };
  const publish = async (
    cohorts: readonly string[],
  ): Promise<Result<PublishOutcome, StudioFailure> | null> => {
    const saved = await keeper.flush();
    if (saved === null) return null;
    const sent = keeper.getState().text;
    const reply = await api.publish(saved, cohorts);
    if (reply.ok && reply.value.status === 'published') {
      setPublished(saved);
      props.onPublished();
    }
    if (reply.ok && reply.value.status === 'refused') live.adopt(sent, reply.value.check);
    return reply;
  };

  const panel = 'outline-none data-[state=inactive]:hidden lg:data-[state=inactive]:block';
  return (
    <Tabs.Root
      value={place}
      onValueChange={(value) => {
        setPlace(places.find((each) => each === value) ?? 'text');
      }}
      className="flex flex-col gap-4"
    >
      <Tabs.List
        aria-label={t('tabs.label')}
        className="bg-sunken rounded-control sticky top-16 z-10 grid grid-cols-3 gap-1 p-1 lg:hidden"
      >
        {places.map((each) => (
          <Tabs.Trigger
            key={each}
            value={each}
            className="text-muted data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:shadow-card min-h-10 rounded-md px-2 text-sm font-medium"
          >
            {t(`tabs.${each}`)}
            {each === 'check' && check !== null && check.problems.length > 0
              ? ` (${check.problems.length})`
              : null}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <Tabs.Content value="text" forceMount className={panel}>
          <div className="flex flex-col gap-3 lg:sticky lg:top-20 lg:-m-1 lg:h-[calc(100dvh-6rem)] lg:overflow-y-auto lg:p-1">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <p id={hint} className="text-muted hidden text-sm pointer-fine:block">
                {t('editor.hint')}
              </p>
              <SaveWord status={status} />
            </div>
            <SaveTrouble status={status} length={text.length} onRetry={() => void keeper.flush()} />
            {status.kind === 'conflict' ? (
              <ConflictPanel
                theirs={status.theirs}
                onChoose={(which) => {
                  const next = keeper.choose(which);
                  if (which === 'theirs') editor.current?.replace(next);
                }}
              />
            ) : null}
            {kept === null ? null : (
              <KeptText
                text={kept}
                onDrop={() => {
                  keeper.dropKept();
                }}
              />
            )}
            <div className="rounded-control border-line-strong min-h-[60dvh] flex-1 overflow-hidden border lg:min-h-72">
              <YamlEditor
                handle={editor}
                initialText={text}
                label={t('editor.label')}
                describedBy={hint}
                completionsLabel={t('editor.completions')}
                completions={async () => ({
                  schema: await props.schema(),
                  words: new Map(
                    [...props.concepts, ...props.beliefs].map((each) => [each.id, each.words]),
                  ),
                })}
                problems={check?.problems ?? nothing}
                warnings={check?.warnings ?? nothing}
                onChange={(next) => {
                  keeper.type(next);
                }}
              />
            </div>
            <NamesPanel
              concepts={props.concepts}
              beliefs={props.beliefs}
              onInsert={(id) => {
                editor.current?.insert(id);
              }}
            />
          </div>
        </Tabs.Content>
        <div className="flex min-w-0 flex-col gap-6">
          <Tabs.Content value="check" forceMount className={panel}>
            <div className="flex flex-col gap-6">
              <Card>
                <CheckPanel
                  check={check}
                  stale={stale}
                  failure={live.failure}
                  onRetry={live.retry}
                  onGoTo={goTo}
                />
              </Card>
              <Card>
                <PublishPanel
                  cohorts={template.cohorts}
                  unchanged={status.kind === 'saved' && published === revision}
                  publish={publish}
                />
              </Card>
              {props.children}
            </div>
          </Tabs.Content>
          <Tabs.Content value="samples" forceMount className={panel}>
            <section aria-labelledby="samples-title" className="flex flex-col gap-4">
              <div>
                <h2 id="samples-title" className="text-lg font-semibold">
                  {t('samples.title')}
                </h2>
                <p className="text-muted">{t('samples.lead')}</p>
              </div>
              {check === null || live.checkedText === null ? (
                <p className="text-muted">{t('samples.none')}</p>
              ) : (
                <SampleList
                  key={live.checkedText}
                  text={live.checkedText}
                  check={check}
                  stale={stale}
                  api={api}
                  messages={props.sampleMessages}
                />
              )}
            </section>
          </Tabs.Content>
        </div>
      </div>
    </Tabs.Root>
  );
}

/** The keeper of this template's text, for as long as the page shows it. */
function useKeeper(
  { id, text, revision }: StudioWorkspaceProps['template'],
  api: StudioApi,
): DraftKeeper {
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        text,
        revision,
        save: api.save,
        unsaved: unsavedTextsOf(id, storageHere()),
      }),
  );
  return keeper;
}
