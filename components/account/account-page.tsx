import type { ReactNode } from 'react';
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
    <div className="mx-auto w-full max-w-md py-6 sm:py-12">
      <PageHeader title={title} lead={lead} />
      <Card className="flex flex-col gap-6">{children}</Card>
      {below === undefined ? null : <div className="mt-6 flex flex-col gap-6">{below}</div>}
    </div>
  );
}
