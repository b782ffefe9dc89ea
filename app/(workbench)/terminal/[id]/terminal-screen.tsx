'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { SandboxScreenProps } from '@/components/terminal/sandbox-screen';
import { TerminalSkeleton } from '@/components/terminal/terminal-skeleton';
import { sandboxApiFor } from '../sandbox-api';

// xterm.js is large, and no other page needs it.
const Screen = dynamic(
  () => import('@/components/terminal/sandbox-screen').then((module_) => module_.SandboxScreen),
  { ssr: false, loading: () => <TerminalSkeleton height="page" /> },
);

/** The terminal of a sandbox, wired to the route handlers. */
export function TerminalScreen({
  id,
  ...props
}: Omit<SandboxScreenProps, 'api'> & { readonly id: string }) {
  const [api] = useState(() => sandboxApiFor(id));
  return <Screen {...props} api={api} />;
}
