import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** One matter of the settings: its name, what it does, and its controls. */
export function SettingsSection({
  title,
  effect,
  children,
}: {
  readonly title: string;
  readonly effect?: string;
  readonly children?: ReactNode;
}) {
  return (
    <Card as="section" className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        {effect === undefined ? null : <p className="text-muted mt-1 break-words">{effect}</p>}
      </div>
      {children}
    </Card>
  );
}
