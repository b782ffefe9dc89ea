/** The pages that the shell links to. */
export const places = {
  today: '/',
  practice: '/practice',
  learn: '/learn',
  glossary: '/learn/glossary',
  terminal: '/terminal',
  cohorts: '/cohorts',
  studio: '/studio',
  settings: '/settings',
  signIn: '/sign-in',
  signUp: '/sign-up',
} as const;

/** The places of the main navigation, in their order. */
export const mainPlaces = ['today', 'learn', 'terminal', 'cohorts', 'studio'] as const;
export type MainPlace = (typeof mainPlaces)[number];
