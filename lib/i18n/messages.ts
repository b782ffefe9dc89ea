import en from './messages/en.json';
import ko from './messages/ko.json';
import type { Locale } from './locales';

/** The words of the product. Korean is written first; a key that English lacks is a type error here. */
export type Messages = typeof ko;

export const messages: Readonly<Record<Locale, Messages>> = { ko, en };
