import type { ReactNode } from 'react';
import { SiteShell } from '../site-shell';

/** Pages that need the whole width: two things beside each other. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return <SiteShell width="whole">{children}</SiteShell>;
}
