import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { AppError } from '@/lib/server/app-error';
import { readCohort } from '@/lib/server/cohorts/read-cohort';
import { readCohortReport } from '@/lib/server/cohorts/read-cohort-report';
import { requireViewer } from '@/lib/server/viewer';
import { InstructorCohort } from './instructor-cohort';
import { LearnerCohort } from './learner-cohort';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const load = cache(async (id: string) => {
  const viewer = await requireViewer(`/cohorts/${encodeURIComponent(id)}`);
  try {
    return { viewer, cohort: await readCohort(viewer, id) };
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohort } = await load((await params).id);
  return { title: cohort.name };
}

/** A cohort: for its instructors the report, for its learners what it is and the way out. */
export default async function CohortPage({ params, searchParams }: Props) {
  const { viewer, cohort } = await load((await params).id);
  if (cohort.role === 'learner') {
    return (
      <ClientMessages namespaces={['cohorts']}>
        <LearnerCohort cohort={cohort} />
      </ClientMessages>
    );
  }
  const view = await readCohortReport(viewer, cohort.id, await getLocale());
  const { map, done } = await searchParams;
  return (
    <ClientMessages namespaces={['cohorts']}>
      <InstructorCohort
        view={view}
        metric={map === 'accuracy' ? 'accuracy' : 'recall'}
        renewed={done === 'renewed'}
      />
    </ClientMessages>
  );
}
