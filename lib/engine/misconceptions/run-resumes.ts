import type { Misconception } from './misconception';

/** `run` takes the old container up again. */
export const runResumes: Misconception<'run-resumes'> = {
  id: 'run-resumes',
  override: (rules) => ({
    ...rules,
    runMakesNewContainer: () => false,
  }),
};
