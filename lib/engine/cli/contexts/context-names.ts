import { CommandError, type Client } from '../client';
import { DEFAULT_CONTEXT, findContext, type Context } from './context-store';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/;

/** Refuses what no context may be called (docker/cli cli/context/store ValidateContextName). @throws CommandError */
export function checkContextName(name: string): void {
  if (name === '') throw new CommandError('context name cannot be empty');
  if (name === DEFAULT_CONTEXT) throw new CommandError('"default" is a reserved context name');
  if (!NAME.test(name))
    throw new CommandError(
      `context name ${JSON.stringify(name)} is invalid, names are validated against regexp "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$"`,
    );
}

/** Refuses a name that no new context can have. @throws CommandError */
export function checkNewContext(client: Client, name: string): void {
  checkContextName(name);
  if (findContext(client, name)) throw new CommandError(`context "${name}" already exists`);
}

/** The context of a name, also the default one. @throws CommandError in the words of the store */
export function existingContext(client: Client, name: string): Context {
  const { context, error } = client.contextNamed(name);
  if (context) return context;
  throw new CommandError(error ?? '');
}
