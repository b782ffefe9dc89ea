import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { emptyForm } from '@/components/account/form-state';
import { ClientMessages } from '@/components/shell/client-messages';
import { ExampleList } from '@/components/studio/example-list';
import { NewTemplateForm } from '@/components/studio/new-template-form';
import { TemplateList } from '@/components/studio/template-list';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { parseLocale } from '@/lib/i18n/locales';
import { listExamples } from '@/lib/server/authoring/list-examples';
import { listMyTemplates } from '@/lib/server/authoring/list-my-templates';
import { can, requireViewer } from '@/lib/server/viewer';
import { createTemplateAction } from './actions';
import { GuestStudio } from './guest-studio';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('studio');
  return { title: t('title') };
}

/** My questions by state, a new one, and the course's to read. */
export default async function StudioPage() {
  const viewer = await requireViewer('/studio');
  if (!can(viewer, 'create:template')) return <GuestStudio returnTo="/studio" />;
  const t = await getTranslations('studio');
  const locale = parseLocale(await getLocale()) ?? 'en';
  const [templates, examples] = await Promise.all([listMyTemplates(viewer), listExamples(viewer)]);
  const none = templates.length === 0;
  return (
    <ClientMessages namespaces={['studio', 'account']}>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-6">
        <PageHeader title={t('title')} lead={t('lead')} />
        {none ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        ) : (
          <Card as="section" className="overflow-hidden p-0 sm:p-0">
            <h2 className="px-4 pt-4 pb-3 text-lg font-semibold sm:px-6 sm:pt-6">{t('mine')}</h2>
            <TemplateList
              label={t('mine')}
              timeZone={viewer.timeZone}
              templates={templates.map(({ version, ...template }) => ({
                ...template,
                version:
                  version === null
                    ? null
                    : { ...version, conceptTitle: version.conceptTitle[locale] },
              }))}
            />
          </Card>
        )}
        <Card as="section" className="flex flex-col gap-5">
          <div>
            <h2 className="text-lg font-semibold">{t('new.title')}</h2>
            <p className="text-muted">{t('new.lead')}</p>
          </div>
          <NewTemplateForm
            action={createTemplateAction}
            initial={emptyForm({ slug: '', kind: 'choice' })}
            submitTone={none ? 'next' : 'plain'}
          />
        </Card>
        {examples.length === 0 ? null : (
          <Card as="section" className="flex flex-col gap-3">
            <div>
              <h2 className="text-lg font-semibold">{t('examples.title')}</h2>
              <p className="text-muted">{t('examples.lead')}</p>
            </div>
            <ExampleList
              examples={examples.map(({ conceptTitle, ...example }) => ({
                ...example,
                conceptTitle: conceptTitle[locale],
              }))}
            />
          </Card>
        )}
      </div>
    </ClientMessages>
  );
}
