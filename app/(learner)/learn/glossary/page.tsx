import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { indexTerms } from '@/components/learn/glossary-index';
import { GlossaryList } from '@/components/learn/glossary-list';
import { ClientMessages } from '@/components/shell/client-messages';
import { places } from '@/components/shell/places';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { parseLocale } from '@/lib/i18n/locales';
import { readGlossary } from '@/lib/server/learn/read-glossary';
import { requireViewer } from '@/lib/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('learn');
  return { title: t('glossary') };
}

/** The words of the field in the order of the reader's dictionary. */
export default async function GlossaryPage() {
  await requireViewer('/learn/glossary');
  const locale = parseLocale(await getLocale()) ?? 'en';
  const other = locale === 'ko' ? 'en' : 'ko';
  const t = await getTranslations('learn');
  const entries = (await readGlossary()).map(
    ({ id, term, also, text, command, concepts, sources }) => ({
      id,
      term: term[locale],
      other: term[other],
      also: also[locale],
      text: text[locale],
      command,
      concepts: concepts.map(({ id, title }) => ({ id, title: title[locale] })),
      sources: sources.map(({ file, from, to }) => ({
        file,
        lines: from === to ? String(from) : `${String(from)}–${String(to)}`,
      })),
    }),
  );
  return (
    <ClientMessages namespaces={['learn', 'verdict']}>
      <PageHeader
        title={t('glossary')}
        lead={t('glossaryLead')}
        actions={<LinkButton href={places.learn}>{t('title')}</LinkButton>}
      />
      <GlossaryList sections={indexTerms(entries, locale)} />
    </ClientMessages>
  );
}
