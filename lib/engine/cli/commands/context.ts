import { membersOf } from '../../api/read-json';
import { CommandError, type Client } from '../client';
import { command, none } from '../command';
import {
  contextFolder,
  contextJson,
  DEFAULT_CONTEXT,
  dropContext,
  findContext,
  listContexts,
  type Context,
} from '../contexts/context-store';
import { checkContextName, existingContext } from '../contexts/context-names';
import { chooseContext, chosenContext } from '../contexts/settings-file';
import { printListing } from '../format';
import { escapeJson } from '../template/print';
import { compileTemplate, execute } from '../template/template';
import { recordOf } from '../template/value';
import { naturalOrder } from './natural-order';
import { truncate } from './truncate';

const ERROR_WIDTH = 45;
const OVERRIDES = 'Warning: DOCKER_HOST environment variable overrides the active context. To use';
const FLAG = 'either set the global --context flag, or unset DOCKER_HOST environment variable.';

/** Is the engine named in the environment, so that a chosen context does not count? */
function isOverridden({ env }: Client): boolean {
  return (env['DOCKER_HOST'] ?? '') !== '';
}

export const contextList = command(none, (client, flags) => {
  const format = flags.string('format');
  const isTable = format === '' || format === 'table';
  const { context: current } = client.endpoint;
  const usual = existingContext(client, DEFAULT_CONTEXT);
  const known = [
    { ...usual, description: 'Current DOCKER_HOST based configuration' },
    ...listContexts(client),
  ];
  const row = ({ name, description, host }: Context, error: string): Record<string, unknown> => ({
    Name: name,
    Description: description,
    DockerEndpoint: host,
    Current: name === current,
    Error: truncate(error, ERROR_WIDTH),
  });
  const rows = known.map((context) => row(context, ''));
  if (!known.some(({ name }) => name === current)) {
    const missing = { name: current, description: '', host: '', skipsTls: false };
    rows.push(row(missing, client.contextNamed(current).error ?? ''));
  }
  printListing(client, flags.bool('quiet') && isTable ? '{{.Name}}' : format, {
    type: '*formatter.clientContextContext',
    headers: {
      Name: 'NAME',
      Current: '',
      Description: 'DESCRIPTION',
      DockerEndpoint: 'DOCKER ENDPOINT',
      Error: 'ERROR',
    },
    table:
      'table {{.Name}}{{if .Current}} *{{end}}\\t{{.Description}}\\t{{.DockerEndpoint}}\\t{{.Error}}',
    rows: rows.sort((a, b) => naturalOrder(String(a['Name']), String(b['Name']))),
  });
  if (isOverridden(client)) client.error(`${OVERRIDES} a context, ${FLAG}\n`);
  return 0;
});

export const contextShow = command(none, (client) => {
  client.out(`${client.endpoint.context}\n`);
  return 0;
});

export const contextRemove = command({ min: 1, max: null }, (client, flags) => {
  const problems: string[] = [];
  for (const name of flags.args) {
    const isCurrent = name === client.endpoint.context;
    if (name === DEFAULT_CONTEXT) problems.push('context "default" cannot be removed');
    else if (isCurrent && !flags.bool('force'))
      problems.push(`context "${name}" is in use, set -f flag to force remove`);
    else {
      if (isCurrent) chooseContext(client, '');
      const isThere = findContext(client, name) !== null;
      if (isThere) dropContext(client, name);
      if (isThere || flags.bool('force')) client.out(`${name}\n`);
      else problems.push(`context ${JSON.stringify(name)} does not exist`);
    }
  }
  if (problems.length > 0) throw new CommandError(problems.join('\n'));
  return 0;
});

/** The one command that says in cobra's own words how many arguments it wants. */
export const contextUse = command({ min: 0, max: null }, (client, flags) => {
  const [name = ''] = flags.args;
  if (flags.args.length !== 1)
    throw new CommandError(`accepts 1 arg(s), received ${flags.args.length}`);
  if (name !== DEFAULT_CONTEXT) {
    checkContextName(name);
    existingContext(client, name);
  }
  const chosen = name === DEFAULT_CONTEXT ? '' : name;
  if (chosenContext(client) !== chosen) chooseContext(client, chosen);
  client.out(`${name}\n`);
  client.error(`Current context is now "${name}"\n`);
  if (chosen !== '' && isOverridden(client)) client.error(`${OVERRIDES} "${name}", ${FLAG}\n`);
  return 0;
});

/** What `inspect` shows of a context; the default one is kept nowhere. */
function inspected(client: Client, context: Context): Readonly<Record<string, unknown>> {
  const isDefault = context.name === DEFAULT_CONTEXT;
  const place = (kind: 'meta' | 'tls'): string =>
    isDefault ? '<IN MEMORY>' : contextFolder(client, context.name, kind);
  return {
    ...contextJson(context),
    TLSMaterial: {},
    Storage: { MetadataPath: place('meta'), TLSPath: place('tls') },
  };
}

/** The same as a template meets it: a Go struct that holds the metadata, itself a struct with a member of that name. */
function asStruct(
  { TLSMaterial, Storage }: Readonly<Record<string, unknown>>,
  { name, description, host, skipsTls }: Context,
): unknown {
  const endpoint = recordOf('docker.EndpointMeta', { Host: host, SkipTLSVerify: skipsTls });
  const metadata = {
    Name: name,
    Metadata: recordOf('command.DockerContext', { Description: description, AdditionalFields: {} }),
    Endpoints: { docker: endpoint },
  };
  return recordOf('context.contextWithTLSListing', {
    ...metadata,
    Metadata: recordOf('store.Metadata', metadata),
    TLSMaterial,
    Storage: recordOf('store.StorageInfo', membersOf(Storage)),
  });
}

export const contextInspect = command({ min: 0, max: null }, (client, flags) => {
  const names = flags.args.length > 0 ? flags.args : [client.endpoint.context];
  const format = flags.string('format');
  const template = format === '' || format === 'json' ? null : compileTemplate(format);
  if (template && !template.ok)
    throw new CommandError(`template parsing error: ${template.error}`, 64);
  const found: Readonly<Record<string, unknown>>[] = [];
  const structs: unknown[] = [];
  const errors: string[] = [];
  for (const name of names) {
    const { context, error } = client.contextNamed(name);
    if (context) {
      const shown = inspected(client, context);
      found.push(shown);
      structs.push(format === '{{json .}}' ? shown : asStruct(shown, context));
    }
    if (error !== undefined) errors.push(error);
  }
  if (template)
    for (const struct of structs) {
      const text = execute(template.value, struct);
      client.out(`${text.ok ? text.value : ''}\n`);
      if (!text.ok) errors.push(`template parsing error: ${text.error}`);
    }
  else if (found.length === 0) client.out('[]\n');
  else client.out(`${escapeJson(JSON.stringify(found, null, format === '' ? 4 : undefined))}\n`);
  if (errors.length > 0) client.error(`${errors.join('\n')}\n`);
  return errors.length > 0 ? 1 : 0;
});
