import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { mainPlaces } from '@/components/shell/places';
import { can, getViewer } from '@/lib/server/viewer';
import { signOutAction } from './(public)/sign-in/actions';

/** The shell for whoever is asking: their name, and the places they may go to. */
export async function SiteShell({
  width = 'page',
  children,
}: {
  readonly width?: 'page' | 'wide' | 'whole';
  readonly children: ReactNode;
}) {
  const viewer = await getViewer();
  const mayWrite = can(viewer, 'create:template');
  return (
    <AppShell
      viewer={
        viewer === null
          ? null
          : { name: viewer.name === '' ? null : viewer.name, guest: viewer.kind === 'guest' }
      }
      permitted={mainPlaces.filter((place) => place !== 'studio' || mayWrite)}
      signOut={signOutAction}
      width={width}
    >
      {children}
    </AppShell>
  );
}
