import type { ReactNode } from 'react';

/** An empty page: what will be here, and the one next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="border-line-strong/50 rounded-card flex flex-col items-start gap-4 border border-dashed p-6 sm:p-8">
      <div className="max-w-prose">
        <h2 className="text-lg font-semibold">{title}</h2>
        <div className="text-muted mt-1">{children}</div>
      </div>
      {action}
    </div>
  );
}
