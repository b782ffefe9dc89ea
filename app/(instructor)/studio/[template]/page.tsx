import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError } from '@/lib/server/app-error';
import { readExample } from '@/lib/server/authoring/read-example';
import { readReference } from '@/lib/server/authoring/read-reference';
import { readTemplate } from '@/lib/server/authoring/read-template';
import { isStudioId } from '@/lib/server/authoring/template-id';
import { can, requireViewer } from '@/lib/server/viewer';
import { GuestStudio } from '../guest-studio';
import { ExamplePage } from './example-page';
import { TemplateEditor } from './template-editor';

interface Props {
  readonly params: Promise<{ readonly template: string }>;
}

const load = cache(async (id: string) => {
  const viewer = await requireViewer(`/studio/${encodeURIComponent(id)}`);
  if (!can(viewer, 'create:template')) return { kind: 'guest' } as const;
  try {
    return isStudioId(id)
      ? ({ kind: 'own', template: await readTemplate(viewer, id) } as const)
      : ({ kind: 'example', example: await readExample(viewer, id) } as const);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') notFound();
    throw error;
  }
});

/** Next leaves the parameter as it stands in the address. */
async function idOf({ params }: Props): Promise<string> {
  const { template } = await params;
  try {
    return decodeURIComponent(template);
  } catch (error) {
    if (error instanceof URIError) notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const loaded = await load(await idOf(props));
  if (loaded.kind === 'own') return { title: loaded.template.slug };
  if (loaded.kind === 'example') return { title: loaded.example.id };
  const t = await getTranslations('studio');
  return { title: t('title') };
}

/** A template: its author's editor, or one of the course's to read. */
export default async function TemplatePage(props: Props) {
  const id = await idOf(props);
  const loaded = await load(id);
  if (loaded.kind === 'guest') return <GuestStudio returnTo="/studio" />;
  if (loaded.kind === 'example') {
    return (
      <ClientMessages namespaces={['studio', 'account']}>
        <ExamplePage example={loaded.example} />
      </ClientMessages>
    );
  }
  return (
    <ClientMessages namespaces={['studio', 'question', 'stage', 'verdict', 'practice']}>
      <TemplateEditor
        template={loaded.template}
        reference={await readReference()}
        locale={parseLocale(await getLocale()) ?? 'en'}
      />
    </ClientMessages>
  );
}
