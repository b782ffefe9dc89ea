import 'server-only';
import {
  passTime,
  send,
  type ApiRequest,
  type Command,
  type Sandbox,
  type World,
} from '@/lib/engine';
import type { DoorSent } from './sandbox-host';

/** Brings a sandbox to a moment and sends it a request; what happened on the way there is told with what the request did. */
export function stepSandbox(
  sandbox: Sandbox,
  present: number,
  request: ApiRequest,
  world: World,
  command?: Command,
): DoorSent {
  const passed = passTime(sandbox, present, world, command);
  const sent = send(passed.sandbox, request, world, command);
  const took = sent.sandbox.now - passed.sandbox.now;
  if (passed.output.length + passed.events.length + passed.exits.size === 0)
    return { ...sent, took };
  return {
    ...sent,
    took,
    events: [...passed.events, ...sent.events],
    output: [...passed.output, ...sent.output],
    exits: new Map([...passed.exits, ...sent.exits]),
  };
}
