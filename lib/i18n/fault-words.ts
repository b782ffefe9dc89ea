import type { Locale } from './locales';

/**
 * The words of the error pages. They stand apart from the messages because they must be at hand in the browser when
 * everything else failed, and every page carries them: four sentences, not two languages' worth.
 */
export const faultWords: Readonly<
  Record<Locale, { readonly [key in 'title' | 'text' | 'id' | 'again']: string }>
> = {
  ko: {
    title: '저희 쪽에서 문제가 생겼어요',
    text: '제출한 답은 안전하게 남아 있어요. 다시 시도해도 같은 문제가 생기면 아래 번호와 함께 알려 주세요.',
    id: '문제 번호',
    again: '다시 시도',
  },
  en: {
    title: 'Something went wrong on our side',
    text: 'The answers you gave are safe. If trying again does not help, tell us this number.',
    id: 'Error number',
    again: 'Try again',
  },
};
