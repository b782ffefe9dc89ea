'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

const names = { github: 'GitHub', google: 'Google' } as const;

export type ProviderName = keyof typeof names;

/** One button for each provider offered; the way there leads over next-auth's own route. */
export function ProviderButtons({
  providers,
  returnTo,
  verb,
}: {
  readonly providers: readonly ProviderName[];
  readonly returnTo: string;
  readonly verb: 'signIn' | 'connect';
}) {
  const t = useTranslations('account.providers');
  const [leaving, setLeaving] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      {providers.map((provider) => (
        <Button
          key={provider}
          disabled={leaving}
          onClick={() => {
            setLeaving(true);
            void signIn(provider, { callbackUrl: returnTo });
          }}
        >
          {t(verb, { provider: names[provider] })}
        </Button>
      ))}
    </div>
  );
}
