import 'server-only';
import {
  passTime,
  send,
  type ApiRequest,
  type Command,
  type Sandbox,
  type Sent,
  type World,
} from '@/lib/engine';

/** Brings a sandbox to a moment and sends it a request; what happened on the way there is told with what the request did. */
export function stepSandbox(
  sandbox: Sandbox,
  present: number,
  request: ApiRequest,
  world: World,
  command?: Command,
): Sent {
  const passed = passTime(sandbox, present, world);
  const sent = send(passed.sandbox, request, world, command);
  if (passed.output.length + passed.events.length + passed.exits.size === 0) return sent;
  return {
    ...sent,
    events: [...passed.events, ...sent.events],
    output: [...passed.output, ...sent.output],
    exits: new Map([...passed.exits, ...sent.exits]),
  };
}
