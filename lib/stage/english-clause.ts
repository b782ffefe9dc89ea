import { assertNever } from '../kernel/assert-never';
import type { ChangeGroup } from './change-groups';
import type { Change } from './changes-between';
import { nameList, registryName } from './name-list';
import type { ContainerStateName } from './picture';

function listed(names: readonly string[]): string {
  const { text, more } = nameList(names);
  return more === 0 ? text : `${text} and ${more} more`;
}

/** What befell containers, images and the rest, as a clause that begins with a small letter. */
export function englishClause({ first, names }: ChangeGroup): string {
  const many = names.length > 1;
  const name = listed(names);
  const who = `${many ? 'containers' : 'container'} ${name}`;
  const is = many ? 'are' : 'is';
  const was = many ? 'were' : 'was';
  switch (first.kind) {
    case 'image-pulled':
      return `${many ? 'images' : 'image'} ${name} came from ${registryName(first.registry, 'en')} into the local store`;
    case 'image-made':
      return first.name === null
        ? 'a new image without a name was made'
        : `a new image, ${name}, was made`;
    case 'image-named':
      return `the same image got one more name: ${name}`;
    case 'image-unnamed':
      return `the image stays and only the ${many ? 'names' : 'name'} ${name} ${is} gone`;
    case 'name-moved':
      return `the name ${name} moved to another image`;
    case 'image-removed':
      return `${many ? 'images' : 'image'} ${name} left the local store`;
    case 'image-held':
      return `image ${name} lost its name, and only the layers that a container stands on are left`;
    case 'image-pushed':
      return `image ${name} went up to ${registryName(first.registry, 'en')}`;
    case 'container-made':
      return made(who, many, first.state, first.exitCode);
    case 'container-state':
      return moved(who, many, first);
    case 'container-restarted':
      return `${who} started again with a new process`;
    case 'container-removed':
      return `${who} ${is} gone, with ${many ? 'their' : 'its'} writable ${many ? 'layers' : 'layer'}`;
    case 'container-renamed':
      return `container \`${first.before}\` is now named \`${first.name}\`; it is the same container`;
    case 'container-wrote':
      return `the writable layer of ${who} changed`;
    case 'memory-grew':
      return `${who} takes more memory now`;
    case 'memory-shrank':
      return `${who} takes less memory now`;
    case 'cpu-given':
      return `${who} gets CPU time now`;
    case 'cpu-taken':
      return `${who} gets no CPU time now`;
    case 'ports-changed':
      return `the ports of ${who} changed`;
    case 'image-shown':
      return `the image of ${who} is now listed as \`${first.shown}\``;
    case 'network-joined':
      return `${who} joined the network \`${first.network}\``;
    case 'network-left':
      return `${who} left the network \`${first.network}\``;
    case 'volume-made':
      return `${volumes(first, names)} ${was} made`;
    case 'volume-removed':
      return `${volumes(first, names)} ${is} gone`;
    case 'network-made':
      return `${many ? 'networks' : 'network'} ${name} ${was} made`;
    case 'network-removed':
      return `${many ? 'networks' : 'network'} ${name} ${is} gone`;
    case 'logged-in':
      return `you are logged in to ${registryName(first.registry, 'en')} as \`${first.name}\``;
    case 'logged-out':
      return `you are logged out of ${registryName(first.registry, 'en')}`;
    default:
      return assertNever(first);
  }
}

function volumes({ anonymous }: { readonly anonymous: boolean }, names: readonly string[]): string {
  const many = names.length > 1;
  if (anonymous) return many ? `${names.length} anonymous volumes` : 'an anonymous volume';
  return `${many ? 'volumes' : 'volume'} ${listed(names)}`;
}

function made(
  who: string,
  many: boolean,
  state: ContainerStateName,
  exitCode: number | null,
): string {
  const was = many ? 'were' : 'was';
  if (state === 'running') return `${who} ${was} made and ${many ? 'are' : 'is'} running`;
  if (state === 'exited') return `${who} ${was} made, ran, and exited with code ${exitCode ?? 0}`;
  if (state === 'created') return `${who} ${was} made but not started`;
  if (state === 'restarting')
    return `${who} ${was} made, ended and ${many ? 'wait' : 'waits'} to be started again`;
  return `${who} ${was} made and ${many ? 'are' : 'is'} \`${state}\``;
}

function moved(
  who: string,
  many: boolean,
  { before, state, exitCode }: Extract<Change, { kind: 'container-state' }>,
): string {
  const is = many ? 'are' : 'is';
  if (state === 'paused')
    return many
      ? `${who} are frozen: they keep their memory and get no CPU`
      : `${who} is frozen: it keeps its memory and gets no CPU`;
  if (state === 'running' && before === 'paused')
    return many ? `${who} go on where they were frozen` : `${who} goes on where it was frozen`;
  if (state === 'running') return `${who} started${before === 'created' ? '' : ' again'}`;
  if (state === 'exited')
    return `${who} exited with code ${exitCode ?? 0} but ${many ? 'were' : 'was'} not removed`;
  if (state === 'restarting')
    return many
      ? `${who} ended and wait for their restart policy`
      : `${who} ended and waits for its restart policy`;
  return `${who} ${is} now \`${state}\``;
}
