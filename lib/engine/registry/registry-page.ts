import { own } from '../../kernel/own';
import type { Container, Sandbox } from '../state';
import { storeOf } from './registry-store';

/**
 * What a registry in a container answers over HTTP; null is a page that it does not have (distribution's registry/api/v2: the catalogue and the tags of a
 * repository).
 */
export function registryPage(state: Sandbox, container: Container, path: string): string | null {
  const held = state.pushed[storeOf(container)] ?? {};
  const [page = ''] = path.split('?');
  if (page === '/v2/') return '{}';
  if (page === '/v2/_catalog')
    return `${JSON.stringify({ repositories: Object.keys(held).sort() })}\n`;
  const name = /^\/v2\/(.+)\/tags\/list$/.exec(page)?.[1] ?? '';
  const tags = own(held, name);
  return tags ? `${JSON.stringify({ name, tags: Object.keys(tags).sort() })}\n` : null;
}
