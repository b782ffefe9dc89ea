'use client';

import { faultWords } from '@/lib/i18n/fault-words';
import type { Locale } from '@/lib/i18n/locales';
import { Button } from '@/components/ui/button';
import { Logo } from './logo';

/** A fault of ours, in words, with what to do. The digest is the id under which the server logged it. */
export function FaultMessage({
  locale,
  digest,
  onAgain,
}: {
  readonly locale: Locale;
  readonly digest: string | undefined;
  readonly onAgain: () => void;
}) {
  const words = faultWords[locale];
  return (
    <main
      id="content"
      className="mx-auto flex min-h-[80dvh] max-w-xl flex-col justify-center gap-6 px-6 py-16"
    >
      <title>{words.title}</title>
      <Logo className="size-14" />
      <h1 className="text-3xl font-bold">{words.title}</h1>
      <p className="text-muted text-lg">{words.text}</p>
      {digest === undefined ? null : (
        <p>
          <span className="text-muted">{words.id}</span> <code>{digest}</code>
        </p>
      )}
      <Button tone="next" size="large" className="self-start" onClick={onAgain}>
        {words.again}
      </Button>
    </main>
  );
}
