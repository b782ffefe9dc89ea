import type { Locale } from './locales';
import type { Messages } from './messages';

/** Makes next-intl refuse a key or a language that does not exist. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
