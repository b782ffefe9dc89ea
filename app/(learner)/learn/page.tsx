import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CourseMap } from '@/components/learn/course-map';
import { PageHeader } from '@/components/ui/page-header';
import { parseLocale } from '@/lib/i18n/locales';
import { readCourseMap } from '@/lib/server/learn/read-course-map';
import { requireViewer } from '@/lib/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('learn');
  return { title: t('title') };
}

/** The map of concepts and how well I know each. */
export default async function LearnPage() {
  const viewer = await requireViewer('/learn');
  const locale = parseLocale(await getLocale()) ?? 'en';
  const t = await getTranslations('learn');
  const concepts = await readCourseMap(viewer.id);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CourseMap
        concepts={concepts.map(({ id, title, statement, knowledge }) => ({
          id,
          title: title[locale],
          statement: statement[locale],
          knowledge,
        }))}
      />
    </>
  );
}
