import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ConceptList } from '@/components/learn/concept-list';
import { ConceptMap } from '@/components/learn/concept-map';
import { layOutMap } from '@/components/learn/map-layout';
import { ViewSwitch } from '@/components/learn/view-switch';
import { ClientMessages } from '@/components/shell/client-messages';
import { places } from '@/components/shell/places';
import { classNames } from '@/components/ui/class-names';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { parseLocale } from '@/lib/i18n/locales';
import { nextToLearn } from '@/lib/scheduling/concept-standing';
import { readCourseMap } from '@/lib/server/learn/read-course-map';
import { requireViewer } from '@/lib/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('learn');
  return { title: t('title') };
}

interface Props {
  readonly searchParams: Promise<{ readonly view?: string | string[] }>;
}

/** The map of concepts and how well I know each; where there is no room for a map, and for who prefers it, the same as a list. */
export default async function LearnPage({ searchParams }: Props) {
  const viewer = await requireViewer('/learn');
  const view = (await searchParams).view === 'list' ? 'list' : 'map';
  const locale = parseLocale(await getLocale()) ?? 'en';
  const t = await getTranslations('learn');
  const course = await readCourseMap(viewer.id);
  const next = nextToLearn(course);
  const concepts = course.map((concept) => ({
    ...concept,
    title: concept.title[locale],
    statement: concept.statement[locale],
  }));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href={places.glossary}>{t('glossary')}</LinkButton>
            <ViewSwitch view={view} />
          </>
        }
      />
      {view === 'map' ? (
        // Wider than the column of reading: eight topics stand side by side.
        <div className="hidden xl:-mx-28 xl:block">
          <ClientMessages namespaces={['learn']}>
            <ConceptMap concepts={concepts} layout={layOutMap(course)} next={next} />
          </ClientMessages>
        </div>
      ) : null}
      <div className={classNames(view === 'map' && 'xl:hidden')}>
        <ConceptList concepts={concepts} next={next} />
      </div>
    </>
  );
}
