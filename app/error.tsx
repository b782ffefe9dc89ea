'use client';

import { useLocale } from 'next-intl';
import { FaultMessage } from '@/components/shell/fault-message';

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** An unexpected error of a page. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <FaultMessage locale={useLocale()} digest={error.digest} onAgain={reset} />;
}
