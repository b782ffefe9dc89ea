import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** One question of the report: asked in its heading, answered below. */
export function ReportSection({
  id,
  title,
  lead,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Card as="section" id={id} aria-labelledby={`${id}-title`} className="flex flex-col gap-5">
      <div>
        <h2 id={`${id}-title`} className="text-xl font-semibold">
          {title}
        </h2>
        {lead === undefined ? null : <p className="text-muted mt-1 max-w-prose">{lead}</p>}
      </div>
      {children}
    </Card>
  );
}
