import { misconceptionIds } from '@/lib/engine';
import type { Known } from '@/lib/quiz/known';

/** What the templates of the tests may refer to. */
export const known: Known = {
  concepts: new Set([
    'lifecycle.paused',
    'lifecycle.running',
    'name.grammar',
    'registry.pull-push',
  ]),
  misconceptions: new Set<string>(misconceptionIds),
  images: new Set([
    'docker.io/library/nginx:latest',
    'docker.io/library/redis:latest',
    'docker.io/library/httpd:latest',
  ]),
  sourceLines: { S0: 85, S4: 59 },
  sourceRequired: false,
};
