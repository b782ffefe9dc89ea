/** The time zone of somebody whose browser has not told theirs. It can be changed in the settings. */
export function defaultTimeZone(locale: 'ko' | 'en'): string {
  return locale === 'ko' ? 'Asia/Seoul' : 'UTC';
}
