'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { DropdownMenu } from 'radix-ui';
import { CircleUser, LogOut, Settings, ShieldCheck } from 'lucide-react';
import { menuContentStyle, menuItemStyle } from './menu-style';
import { places } from './places';

/** Who is using Drydock, as far as the shell needs to know. */
export interface ShellViewer {
  /** Null for a guest without a name. */
  readonly name: string | null;
  readonly guest: boolean;
}

interface AccountMenuProps {
  readonly viewer: ShellViewer;
  readonly signOut: () => Promise<void>;
}

/** The account: who I am here, keep a guest's progress, settings, sign out. */
export function AccountMenu({ viewer, signOut }: AccountMenuProps) {
  const t = useTranslations('shell');
  const name = viewer.name ?? t('guest');
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={`${t('account')}: ${name}`}
        className="text-muted hover:bg-sunken hover:text-ink rounded-control flex h-11 min-w-11 items-center justify-center gap-2 px-2"
      >
        <CircleUser aria-hidden className="size-5" />
        <span className="hidden max-w-40 truncate text-sm font-medium lg:block">{name}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={menuContentStyle}>
          <DropdownMenu.Label className="max-w-72 px-3 py-2">
            <span className="block truncate font-semibold">{name}</span>
            {viewer.guest ? (
              <span className="text-muted block text-sm">{t('guestNote')}</span>
            ) : null}
          </DropdownMenu.Label>
          {viewer.guest ? (
            <DropdownMenu.Item asChild>
              <Link href={places.signUp} className={menuItemStyle}>
                <ShieldCheck aria-hidden className="text-muted size-4" />
                {t('signUp')}
              </Link>
            </DropdownMenu.Item>
          ) : null}
          {viewer.guest ? (
            <DropdownMenu.Item asChild>
              <Link href={places.signIn} className={menuItemStyle}>
                <CircleUser aria-hidden className="text-muted size-4" />
                {t('signIn')}
              </Link>
            </DropdownMenu.Item>
          ) : null}
          <DropdownMenu.Item asChild>
            <Link href={places.settings} className={menuItemStyle}>
              <Settings aria-hidden className="text-muted size-4" />
              {t('settings')}
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={menuItemStyle}
            onSelect={() => {
              void signOut();
            }}
          >
            <LogOut aria-hidden className="text-muted size-4" />
            {t('signOut')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
