import 'server-only';
import { engineVersion } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import type { StoredSandbox } from './stored-sandbox';

/** Were its rows made by another version of the engine? */
export function isOutdated({ expired, engineVersion: made }: StoredSandbox): boolean {
  return !expired && made !== engineVersion;
}

/** The refusal of a sandbox whose rows are gone: it has expired, or its journal cannot be played by this version of the engine. */
export function expired(): AppError {
  return new AppError('conflict', {
    words: {
      ko: '이 실습 환경은 만료되었어요. 처음부터 다시 시작해 주세요.',
      en: 'This sandbox has expired. Start it again.',
    },
  });
}
