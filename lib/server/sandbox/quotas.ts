import 'server-only';

/** How much one learner may have stored. What one simulated host may hold is bounded by the engine itself. */
export const quotas = {
  /** Sandboxes of free play that have not expired. */
  freeSandboxes: 5,
  /** Entries of a journal, taken-back ones included. */
  entries: 5_000,
  /** Characters of a journal: inputs, requests and results. */
  journalCharacters: 50_000_000,
  /** Engine keys that work, and shared runs, of one sandbox. */
  keys: 5,
  shares: 20,
} as const;
