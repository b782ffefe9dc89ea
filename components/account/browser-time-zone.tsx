'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;
const zoneOfBrowser = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Sends the browser's time zone along with a form; without JavaScript it is empty and the server chooses. */
export function BrowserTimeZone() {
  const zone = useSyncExternalStore(never, zoneOfBrowser, () => '');
  return <input type="hidden" name="timeZone" value={zone} readOnly />;
}
