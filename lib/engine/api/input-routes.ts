import { giveInput } from '../container/launch';
import { typeIntoContainer } from '../container/type-into';
import { typedBy } from '../process/prompt';
import { emptyAnswer } from './answers';
import { membersOf, numberOf, textOf } from './read-json';
import type { Route } from './route';

/**
 * What a client sends in on a stream that it has attached, as a request that a journal can keep. Docker has no such route: a door makes these requests out
 * of the stream, and takes none with this path from outside.
 */
export const INPUT = '/drydock/input';

/** `{ container, pid }`, an id and a number in the container, and either `typed`, a line or a key, or `all`, the whole input up to its end. */
export const inputRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: INPUT,
    answer: ({ turn, request }) => {
      const body = membersOf(request.body);
      const { typed, all } = body;
      const container = turn.state.containers.get(textOf(body['container']));
      const pid = numberOf(body['pid'], 1);
      if (container && typeof all === 'string') giveInput(turn, container, all, pid);
      if (container && typeof typed === 'string')
        typeIntoContainer(turn, container.id, pid, typedBy(typed));
      return emptyAnswer();
    },
  },
];
