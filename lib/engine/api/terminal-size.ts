import { refuse } from '../errors';
import type { RouteCall } from './route';

/** A terminal's new size is taken and changes nothing: the simulated programs do not ask for it (moby api/server/router/container postContainersResize). */
export function checkTerminalSize(query: RouteCall['query']): void {
  for (const [name, word] of [
    ['h', 'height'],
    ['w', 'width'],
  ] as const) {
    const text = query[name] ?? '';
    if (/^\d+$/.test(text) && Number(text) < 2 ** 32) continue;
    const reason = /^\d+$/.test(text) ? 'value out of range' : 'invalid syntax';
    refuse(
      'invalid-parameter',
      `invalid resize ${word} ${JSON.stringify(text)}: strconv.ParseUint: parsing ${JSON.stringify(text)}: ${reason}`,
    );
  }
}
