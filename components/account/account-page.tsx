import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';

/** A narrow page with one thing to do, and quiet links below it. */
export function AccountPage({
  title,
  lead,
  children,
  below,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  readonly below?: ReactNode;
}) {
  return (
    <div className="mx-auto w-full max-w-md">
      <PageHeader title={title} lead={lead} />
      <ClientMessages namespaces={['account']}>
        <Card className="flex flex-col gap-6">{children}</Card>
        {below === undefined ? null : <div className="mt-6 flex flex-col gap-6">{below}</div>}
      </ClientMessages>
    </div>
  );
}
