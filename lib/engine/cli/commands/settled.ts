import { membersOf, textOf } from '../../api/read-json';

/** Is it a step of a transfer, which a terminal shows in a line of its own? */
function isProgress(message: unknown): boolean {
  const { id, status } = membersOf(message);
  return typeof id === 'string' && !textOf(status).startsWith('Pulling from ');
}

/**
 * What a terminal shows in the end of messages about transfers: one line for each layer, with its last word, for each message is written over the one
 * before (docker/cli internal/jsonstream). Anything else begins anew.
 */
export function settled(messages: readonly unknown[]): readonly unknown[] {
  const shown: unknown[] = [];
  let lines = new Map<string, number>();
  for (const message of messages) {
    const id = textOf(membersOf(message)['id']);
    const line = isProgress(message) ? lines.get(id) : undefined;
    if (line !== undefined) {
      shown[line] = message;
      continue;
    }
    if (isProgress(message)) lines.set(id, shown.length);
    else lines = new Map();
    shown.push(message);
  }
  return shown;
}
