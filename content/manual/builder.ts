import type { PageData } from '@/lib/engine';

/** The help of the commands of `builder`; `index.ts` says where it comes from. */
export const builderPages = {
  'builder prune': {
    usage: '',
    about: 'Remove build cache',
    options: `  -a, --all                  Remove all unused build cache, not just
                             dangling ones
      --filter filter        Provide filter values (e.g. "until=24h")
  -f, --force                Do not prompt for confirmation
      --keep-storage bytes   Amount of disk space to keep for cache`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
