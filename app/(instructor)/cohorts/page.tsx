import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { emptyForm } from '@/components/account/form-state';
import { CohortForm } from '@/components/cohort/cohort-form';
import { CohortList } from '@/components/cohort/cohort-list';
import { ClientMessages } from '@/components/shell/client-messages';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { listCohorts } from '@/lib/server/cohorts/list-cohorts';
import { can, requireViewer } from '@/lib/server/viewer';
import { createCohortAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cohorts');
  return { title: t('title') };
}

/** My cohorts, those I teach first; and the way to make or join one. */
export default async function CohortsPage() {
  const viewer = await requireViewer('/cohorts');
  const t = await getTranslations('cohorts');
  const cohorts = await listCohorts(viewer);
  const mayCreate = can(viewer, 'create:cohort');
  const none = cohorts.length === 0;
  return (
    <ClientMessages namespaces={['cohorts']}>
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          actions={<LinkButton href="/join">{t('joinByCode')}</LinkButton>}
        />
        {none ? (
          <EmptyState
            title={t('emptyTitle')}
            action={
              mayCreate ? undefined : (
                <LinkButton tone="next" href="/sign-up?callbackUrl=%2Fcohorts">
                  {t('signUpToCreate')}
                </LinkButton>
              )
            }
          >
            {mayCreate ? t('emptyText') : t('emptyGuestText')}
          </EmptyState>
        ) : (
          <CohortList cohorts={cohorts} />
        )}
        {mayCreate ? (
          <Card as="section" className="flex flex-col gap-5">
            <div>
              <h2 className="text-lg font-semibold">{t('createTitle')}</h2>
              <p className="text-muted">{t('createLead')}</p>
            </div>
            <CohortForm
              action={createCohortAction}
              initial={emptyForm({ name: '', readinessDate: '' })}
              label={t('createTitle')}
              submit={t('create')}
              submitTone={none ? 'next' : 'plain'}
            />
          </Card>
        ) : null}
      </div>
    </ClientMessages>
  );
}
