import type { Kind, Words } from './types';

/** The question's wording when a template gives none. `<reference>` is filled in for `parts`. */
export const defaultAsk: Readonly<Partial<Record<Kind, Words>>> = {
  predict: {
    ko: '마지막 명령은 무엇을 출력할까요?',
    en: 'What does the last command print?',
  },
  order: {
    ko: '목표에 이르도록 명령을 순서대로 놓으세요.',
    en: 'Put the commands in the order that reaches the goal.',
  },
  parts: {
    ko: '도커는 `<reference>`의 각 부분을 무엇으로 볼까요? 적혀 있지 않은 부분에는 도커가 채우는 값을 적고, 채우는 값도 없으면 비워 두세요.',
    en: 'What does Docker use for each part of `<reference>`? Where a part is not written, give the value that Docker fills in; leave it empty if there is none.',
  },
};

export const yesNoWords: Readonly<Record<'yes' | 'no', Words>> = {
  yes: { ko: '네', en: 'Yes' },
  no: { ko: '아니요', en: 'No' },
};

/** The option of a command that prints nothing. */
export const printsNothing: Words = { ko: '(아무것도 출력하지 않음)', en: '(prints nothing)' };
