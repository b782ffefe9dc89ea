import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ClientMessages } from '@/components/shell/client-messages';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { AppError } from '@/lib/server/app-error';
import { publicUrl } from '@/lib/server/public-url';
import { readTerminal } from '@/lib/server/sandbox/read-terminal';
import { requireViewer } from '@/lib/server/viewer';
import { reviveSandboxAction } from '../actions';
import { TerminalScreen } from './terminal-screen';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('terminal');
  return { title: t('title') };
}

/** The terminal of one of my sandboxes, with the engine stage beside it. */
export default async function SandboxPage({ params }: Props) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const viewer = await requireViewer(`/terminal/${id}`);
  const t = await getTranslations('terminal');
  const view = await readTerminal(viewer.id, id).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    if (error.kind === 'not-found') notFound();
    if (error.kind !== 'conflict') throw error;
    return null;
  });
  if (view === null) {
    return (
      <EmptyState
        title={t('expiredTitle')}
        action={
          <form action={reviveSandboxAction.bind(null, id)}>
            <Button type="submit" tone="next">
              {t('revive')}
            </Button>
          </form>
        }
      >
        {t('expiredText')}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} />
      <ClientMessages namespaces={['terminal', 'stage']}>
        <TerminalScreen id={id} start={view} runsAt={publicUrl('/runs/')} />
      </ClientMessages>
    </>
  );
}
