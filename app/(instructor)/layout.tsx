import type { ReactNode } from 'react';
import { SiteShell } from '../site-shell';

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <SiteShell width="wide">{children}</SiteShell>;
}
