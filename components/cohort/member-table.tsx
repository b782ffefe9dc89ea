import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Badge } from '@/components/ui/badge';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { SyntheticBadge } from './synthetic-badge';

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly role: 'learner' | 'instructor';
  readonly guest: boolean;
  readonly synthetic: boolean;
  readonly joinedDaysAgo: number;
}

/** The cohort's people. Learners can be removed; what they learned stays theirs. */
export function MemberTable({
  members,
  remove,
}: {
  readonly members: readonly MemberRow[];
  /** Removes the learner named by the field `person`; a server action. */
  readonly remove: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations('cohorts');
  return (
    <Table caption={t('membersTitle')} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t('memberName')}</HeadCell>
          <HeadCell>{t('memberRole')}</HeadCell>
          <HeadCell>{t('memberJoined')}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t('memberRemove')}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const name = member.name === '' ? t('nameless') : member.name;
          return (
            <tr key={member.id}>
              <HeadCell scope="row">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  {name}
                  {member.guest ? <Badge>{t('guest')}</Badge> : null}
                  {member.synthetic ? <SyntheticBadge /> : null}
                </span>
              </HeadCell>
              <Cell className="whitespace-nowrap">{t(member.role)}</Cell>
              <Cell className="whitespace-nowrap">
                {t('joinedAgo', { days: member.joinedDaysAgo })}
              </Cell>
              <Cell className="text-right">
                {member.role === 'instructor' ? null : (
                  <form action={remove}>
                    <input type="hidden" name="person" value={member.id} readOnly />
                    <Button
                      type="submit"
                      size="small"
                      tone="quiet"
                      aria-label={t('removeOne', { name })}
                    >
                      {t('memberRemove')}
                    </Button>
                  </form>
                )}
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
