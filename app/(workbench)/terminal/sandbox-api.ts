import type { SandboxApi } from '@/lib/quiz/terminal';
import { postJson } from '../../post-json';

/** The page of one sandbox over HTTP. */
export function sandboxApiFor(id: string): SandboxApi {
  const at = (what: string) => `/api/sandboxes/${id}/${what}`;
  return {
    run: (line, commandKey) => postJson(at('commands'), { line, commandKey }),
    complete: (text, cursor) => postJson(at('completions'), { text, cursor }),
    moment: () => postJson(at('moments'), {}),
    reset: (commandKey) => postJson(at('resets'), { commandKey }),
    undo: (commandKey) => postJson(at('undos'), { commandKey }),
    links: (act) => postJson(at('shares'), act),
    keys: (act) => postJson(at('keys'), act),
  };
}
