'use client';

import { useTranslations } from 'next-intl';
import { DropdownMenu } from 'radix-ui';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { menuContentStyle, menuItemStyle } from './menu-style';
import { rememberChoice } from './remember-choice';
import { parseTheme, themeCookie, themes, type Theme } from './theme';

const icons = { system: Monitor, light: Sun, dark: Moon } as const;
const labels = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
  };
}

/** Light, dark, or as the device says: changed at once, remembered for the next page. */
export function ThemeChoice({ theme: served }: { readonly theme: Theme }) {
  const t = useTranslations('shell');
  const theme = useSyncExternalStore(
    subscribe,
    () => parseTheme(document.documentElement.dataset['theme']),
    () => served,
  );
  const Icon = icons[theme];
  const choose = (value: string) => {
    const chosen = parseTheme(value);
    document.documentElement.dataset['theme'] = chosen;
    rememberChoice(themeCookie, chosen);
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={`${t('theme')}: ${t(labels[theme])}`}
        className="text-muted hover:bg-sunken hover:text-ink rounded-control grid size-11 place-items-center"
      >
        <Icon aria-hidden className="size-5" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={menuContentStyle}>
          <DropdownMenu.RadioGroup value={theme} onValueChange={choose}>
            {themes.map((each) => {
              const Each = icons[each];
              return (
                <DropdownMenu.RadioItem key={each} value={each} className={menuItemStyle}>
                  <Each aria-hidden className="text-muted size-4" />
                  <span className="flex-1">{t(labels[each])}</span>
                  <DropdownMenu.ItemIndicator>
                    <Check aria-hidden className="size-4" />
                  </DropdownMenu.ItemIndicator>
                </DropdownMenu.RadioItem>
              );
            })}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
