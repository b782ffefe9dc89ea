import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { SandboxList } from '@/components/terminal/sandbox-list';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/ui/page-header';
import { momentFormat } from '@/lib/i18n/moment-format';
import { listSandboxes } from '@/lib/server/sandbox/list-sandboxes';
import { quotas } from '@/lib/server/sandbox/quotas';
import { requireViewer } from '@/lib/server/viewer';
import { createSandboxAction, dropSandboxAction, reviveSandboxAction } from './actions';
import { firstImages } from './first-images';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('terminal');
  return { title: t('title') };
}

/** My sandboxes of free play, and a new one. */
export default async function TerminalPage() {
  const viewer = await requireViewer('/terminal');
  const t = await getTranslations('terminal');
  const format = await getFormatter();
  const rows = await listSandboxes(viewer.id);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ClientMessages namespaces={['terminal']}>
        <SandboxList
          sandboxes={rows.map(({ id, usedAt, expired, entries }) => ({
            id,
            used: format.dateTime(usedAt, momentFormat),
            expired,
            entries,
          }))}
          images={firstImages}
          most={quotas.freeSandboxes}
          create={createSandboxAction}
          revive={reviveSandboxAction}
          drop={dropSandboxAction}
        />
      </ClientMessages>
    </>
  );
}
