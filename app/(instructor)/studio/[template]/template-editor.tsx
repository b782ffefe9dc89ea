import { useTranslations } from 'next-intl';
import { StudioStateBadge } from '@/components/studio/state-badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Sentence } from '@/components/ui/sentence';
import { PageHeader } from '@/components/ui/page-header';
import { messages } from '@/lib/i18n/messages';
import type { Locale } from '@/lib/i18n/locales';
import type { Reference } from '@/lib/server/authoring/read-reference';
import type { TemplatePage } from '@/lib/server/authoring/read-template';
import { restoreTemplateAction, retireTemplateAction } from '../actions';
import { StudioScreen } from './studio-screen';

/** The words of the question screens: learners of either language see them in theirs. */
function screenWords({ question, verdict, practice, studio }: (typeof messages)[Locale]) {
  return { question, verdict, practice, studio };
}
const sampleMessages = { ko: screenWords(messages.ko), en: screenWords(messages.en) };

/** A template on its author's desk: how it stands, the editor, and the way to retire it. */
export function TemplateEditor({
  template,
  reference,
  locale,
}: {
  readonly template: TemplatePage;
  readonly reference: Reference;
  readonly locale: Locale;
}) {
  const t = useTranslations('studio');
  const { id, slug, state, published } = template;
  const named = (list: Reference['concepts']) =>
    list.map(({ id: name, words }) => ({ id: name, words: words[locale] }));
  const retired = state === 'retired';
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span translate="no" className="font-mono text-[0.85em] break-all">
              {slug}
            </span>
            <StudioStateBadge state={state} />
          </span>
        }
        lead={retired ? undefined : t(`stateMeaning.${state}`, { number: published?.number ?? 0 })}
      />
      {retired ? (
        <form action={restoreTemplateAction.bind(null, id)} className="mb-6">
          <Notice
            tone="info"
            action={
              <Button type="submit" size="small">
                {t('retire.restore')}
              </Button>
            }
          >
            {t('stateMeaning.retired')}
          </Notice>
        </form>
      ) : null}
      {template.failed === null || retired ? null : (
        <Notice tone="bad" className="mb-6">
          <ul className="flex flex-col gap-1">
            {template.failed.map(({ line, message, instead }) => (
              <li key={`${line} ${message}`} lang="en">
                {t('check.line', { line })}: <Sentence text={message} />
                {instead === '' ? null : (
                  <span className="text-muted block">
                    → <Sentence text={instead} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <StudioScreen
        template={template}
        concepts={named(reference.concepts)}
        beliefs={named(reference.beliefs)}
        sampleMessages={sampleMessages}
      >
        {retired ? null : (
          <Card as="section" className="flex flex-col items-start gap-3">
            <div>
              <h2 className="text-lg font-semibold">{t('retire.title')}</h2>
              <p className="text-muted">{t('retire.text')}</p>
            </div>
            <form action={retireTemplateAction.bind(null, id)}>
              <Button type="submit">{t('retire.submit')}</Button>
            </form>
          </Card>
        )}
      </StudioScreen>
    </>
  );
}
