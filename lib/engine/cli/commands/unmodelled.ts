import { CommandError } from '../client';
import { command, type Command } from '../command';
import type { CommandName } from '../command-names';

/** Commands that the simulation knows by their help, flags and usage errors only, with the least and the most arguments that they take. */
const argumentsOf = {
  'manifest create': [2, null],
  'trust key generate': [1, 1],
  'trust key load': [1, 1],
  'trust signer add': [2, null],
  'trust signer remove': [2, null],
  'trust revoke': [1, 1],
  'swarm init': [0, 0],
  'swarm join': [1, 1],
} as const satisfies Partial<Record<CommandName, readonly [number, number | null]>>;

/** They refuse in words of our own: what the real command would do is outside of the modelled engine. */
export const unmodelled = Object.fromEntries(
  Object.entries(argumentsOf).map(([name, [min, max]]) => [
    name,
    command({ min, max }, (_client, _flags, path) => {
      throw new CommandError(`${path}: this command is not simulated here`);
    }),
  ]),
) as Readonly<Record<keyof typeof argumentsOf, Command>>;
