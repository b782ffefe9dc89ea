import 'server-only';
import { engineVersion } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { log } from '@/lib/server/log';
import type { StoredSandbox } from './stored-sandbox';

/**
 * Do its rows give no state that this engine can go on with? Another version of the engine has made them, or somebody has changed them by hand so that they make no
 * sense. Its journal is then played again (carry-over.ts).
 */
export function isOutdated(sandbox: StoredSandbox): boolean {
  if (sandbox.expired) return false;
  if (sandbox.engineVersion !== engineVersion) return true;
  try {
    return (sandbox.state as unknown) === undefined;
  } catch (err) {
    log.error({ sandboxId: sandbox.id, err }, 'the rows of a sandbox give no state');
    return true;
  }
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
