/** The mails that Drydock sends, as plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

type Words = (link: string) => { readonly subject: string; readonly text: string };

const RESET: Readonly<Record<'ko' | 'en', Words>> = {
  ko: (link) => ({
    subject: 'Drydock 비밀번호 다시 정하기',
    text: `아래 주소에서 새 비밀번호를 정할 수 있어요. 한 시간 동안, 한 번만 쓸 수 있어요.\n\n${link}\n\n요청한 적이 없다면 이 메일을 무시해 주세요. 비밀번호는 그대로예요.\n`,
  }),
  en: (link) => ({
    subject: 'Choose a new password for Drydock',
    text: `Choose a new password here. The link works once, for an hour.\n\n${link}\n\nIf you did not ask for it, ignore this mail: your password stays as it is.\n`,
  }),
};

const SIGN_IN: Readonly<Record<'ko' | 'en', Words>> = {
  ko: (link) => ({
    subject: 'Drydock 로그인 링크',
    text: `아래 주소를 열면 로그인돼요. 15분 동안, 한 번만 쓸 수 있어요.\n\n${link}\n\n요청한 적이 없다면 이 메일을 무시해 주세요.\n`,
  }),
  en: (link) => ({
    subject: 'Your link to sign in to Drydock',
    text: `Open this address to sign in. The link works once, for 15 minutes.\n\n${link}\n\nIf you did not ask for it, ignore this mail.\n`,
  }),
};

/** The mail with a link to choose a new password. */
export function resetMail(to: string, link: string, locale: 'ko' | 'en'): Mail {
  return { to, ...RESET[locale](link) };
}

/** The mail with a link to sign in. */
export function signInMail(to: string, link: string, locale: 'ko' | 'en'): Mail {
  return { to, ...SIGN_IN[locale](link) };
}
