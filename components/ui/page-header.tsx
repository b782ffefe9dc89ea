import type { ReactNode } from 'react';

/** The head of a page: its name, one sentence about it, and what can be done here. */
export function PageHeader({
  title,
  lead,
  actions,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-4 sm:mb-8">
      <div className="max-w-prose">
        <h1 className="text-2xl font-bold sm:text-3xl">{title}</h1>
        {lead === undefined ? null : <p className="text-muted mt-2">{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
