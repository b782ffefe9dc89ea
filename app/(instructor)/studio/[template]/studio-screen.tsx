'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { EditorSkeleton } from '@/components/studio/editor-skeleton';
import type { StudioWorkspaceProps } from '@/components/studio/studio-workspace';
import type { JsonSchema } from '@/lib/quiz/schema/json-schema';
import { studioApiFor } from './studio-api';

// The editor is large, and no other page needs it.
const Workspace = dynamic(
  () => import('@/components/studio/studio-workspace').then((module_) => module_.StudioWorkspace),
  { ssr: false, loading: EditorSkeleton },
);

const schema = () =>
  import('@/content/schema/template.json').then((module_) => module_.default as JsonSchema);

/** The editor, wired to the route handlers. */
export function StudioScreen({
  children,
  ...props
}: Omit<StudioWorkspaceProps, 'api' | 'schema' | 'onPublished' | 'children'> & {
  readonly children?: ReactNode;
}) {
  const router = useRouter();
  const [api] = useState(() => studioApiFor(props.template.id));
  return (
    <Workspace
      {...props}
      api={api}
      schema={schema}
      onPublished={() => {
        router.refresh();
      }}
    >
      {children}
    </Workspace>
  );
}
