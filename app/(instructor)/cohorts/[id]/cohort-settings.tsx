import { useTranslations } from 'next-intl';
import { emptyForm } from '@/components/account/form-state';
import { CohortForm } from '@/components/cohort/cohort-form';
import { EraseCohortForm } from '@/components/cohort/erase-cohort-form';
import { Invite } from '@/components/cohort/invite';
import { LeaveForm } from '@/components/cohort/leave-form';
import { MemberTable } from '@/components/cohort/member-table';
import { ReportSection } from '@/components/report/report-section';
import { Notice } from '@/components/ui/notice';
import type { CohortReportView } from '@/lib/server/cohorts/read-cohort-report';
import { publicUrl } from '@/lib/server/public-url';
import {
  changeCohortAction,
  eraseCohortAction,
  leaveCohortAction,
  removeMemberAction,
  renewJoinCodeAction,
} from '../actions';

/** The way in, the people, and what an instructor may change. */
export function CohortSettings({
  view,
  renewed,
}: {
  readonly view: CohortReportView;
  readonly renewed: boolean;
}) {
  const t = useTranslations('cohorts');
  const { id, people, joinCode } = view;
  const instructors = people.filter(({ role }) => role === 'instructor').length;
  return (
    <>
      <ReportSection id="invite" title={t('inviteTitle')} lead={t('inviteText')}>
        {renewed ? (
          <Notice tone="good" live="polite">
            {t('renewed')}
          </Notice>
        ) : null}
        <Invite
          link={publicUrl(`/join/${joinCode}`)}
          code={joinCode}
          renew={renewJoinCodeAction.bind(null, id)}
        />
      </ReportSection>
      <ReportSection id="people" title={t('membersTitle')} lead={t('removeText')}>
        <details open={people.length <= 12}>
          <summary className="py-1 font-medium">
            {t('peopleCount', { count: people.length })}
          </summary>
          <MemberTable
            members={people.map(({ kind, ...person }) => ({ ...person, guest: kind === 'guest' }))}
            remove={removeMemberAction.bind(null, id)}
          />
        </details>
      </ReportSection>
      <ReportSection id="settings" title={t('settingsTitle')}>
        <CohortForm
          action={changeCohortAction.bind(null, id)}
          initial={emptyForm({ name: view.name, readinessDate: view.readinessDate ?? '' })}
          label={t('settingsTitle')}
          submit={t('save')}
        />
      </ReportSection>
      {instructors > 1 ? (
        <ReportSection id="leave" title={t('leaveTitle')}>
          <LeaveForm action={leaveCohortAction.bind(null, id)} />
        </ReportSection>
      ) : null}
      <ReportSection id="erase" title={t('eraseTitle')} lead={t('eraseText')}>
        <EraseCohortForm action={eraseCohortAction.bind(null, id)} name={view.name} />
      </ReportSection>
    </>
  );
}
