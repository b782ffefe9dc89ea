import { resolvePath } from '../../files/path';
import { readTar, sizeOfTar, tarSize, writeTar } from '../../image/archive';
import { filesOfTar } from '../../image/tar-files';
import { HostFiles } from '../../shell/host-files';
import { CommandError, type Client } from '../client';
import { command, one, two } from '../command';
import { checkContextName, checkNewContext, existingContext } from '../contexts/context-names';
import {
  contextJson,
  DEFAULT_CONTEXT,
  parseContext,
  putContext,
  type Context,
} from '../contexts/context-store';
import { optionsError } from '../contexts/endpoint';
import { parseBoolean } from '../flag-values';
import type { ParsedFlags } from '../flags';
import { pairsOf } from '../options/pairs';
import { readInput } from './output-file';

const KEYS = ['from', 'host', 'ca', 'cert', 'key', 'skip-tls-verify'];

/** The engine that `--docker` tells of (docker/cli cli/command/context/options.go). @throws CommandError */
function endpointOf(client: Client, flags: ParsedFlags): Pick<Context, 'host' | 'skipsTls'> {
  const failed = (reason: string): CommandError =>
    new CommandError(`unable to create docker endpoint config: ${reason}`);
  const typed = new Map(flags.list('docker').flatMap(pairsOf));
  const unknown = [...typed.keys()].filter((key) => !KEYS.includes(key));
  if (unknown.length > 0)
    throw failed(unknown.map((key) => `unrecognized config key: ${key}`).join('\n'));
  const from = typed.get('from');
  if (from !== undefined) {
    const { context, error } = client.contextNamed(from);
    if (context) return context;
    throw failed(error ?? '');
  }
  for (const key of ['ca', 'cert', 'key']) {
    const path = typed.get(key) ?? '';
    if (path !== '' && !client.hasFile(path))
      throw failed(`open ${path}: no such file or directory`);
  }
  const skip = typed.get('skip-tls-verify') ?? 'false';
  const skipsTls = parseBoolean(skip);
  if (skipsTls === null)
    throw failed(`skip-tls-verify: parsing ${JSON.stringify(skip)}: invalid syntax`);
  const host = typed.get('host') ?? '';
  const wrong = optionsError(host);
  if (wrong) throw failed(`${wrong.step} docker endpoint options: ${wrong.text}`);
  return { host, skipsTls };
}

export const contextCreate = command(one, (client, flags) => {
  const [name = ''] = flags.args;
  checkNewContext(client, name);
  const [from, description] = [flags.string('from'), flags.string('description')];
  if (from !== '' && flags.changed('docker'))
    throw new CommandError('cannot use --docker flag when --from is set');
  if (from === '' && flags.changed('docker'))
    putContext(client, { name, description, ...endpointOf(client, flags) });
  else {
    const source = existingContext(client, from || client.endpoint.context);
    putContext(client, { ...source, name, description: description || source.description });
  }
  client.out(`${name}\n`);
  client.error(`Successfully created context "${name}"\n`);
  return 0;
});

export const contextUpdate = command(one, (client, flags) => {
  const [name = ''] = flags.args;
  checkContextName(name);
  const before = existingContext(client, name);
  putContext(client, {
    ...before,
    ...(flags.changed('docker') ? endpointOf(client, flags) : {}),
    description: flags.string('description') || before.description,
    name,
  });
  client.out(`${name}\n`);
  client.error(`Successfully updated context "${name}"\n`);
  return 0;
});

export const contextExport = command({ min: 1, max: 2 }, (client, { args }) => {
  const [name = '', target = `${name}.dockercontext`] = args;
  if (name !== DEFAULT_CONTEXT) checkContextName(name);
  if (target === '-' && client.outputIsTerminal)
    throw new CommandError('cowardly refusing to export to a terminal, specify a file path');
  const files = new HostFiles(client.turn);
  const path = resolvePath(client.cwd, target);
  if (target !== '-' && client.hasFile(target))
    throw new CommandError(`open ${target}: file exists`);
  if (target !== '-' && !client.hasFolderOf(target))
    throw new CommandError(`open ${target}: no such file or directory`);
  const json = JSON.stringify(contextJson(existingContext(client, name)));
  const entries = [
    { name: 'meta.json', size: json.length },
    { name: 'tls', size: 0 },
  ];
  const content = {
    '/meta.json': { kind: 'text', text: json },
    '/tls': { kind: 'directory', mode: 0o700 },
  } as const;
  const text = writeTar({ kind: 'files', files: content, weight: json.length }, tarSize(entries));
  if (target === '-') {
    client.out(text);
    return 0;
  }
  const { uid } = client.user;
  files.put(path, { kind: 'text', text, mode: 0o600, uid, gid: uid });
  client.error(`Written file ${JSON.stringify(target)}\n`);
  return 0;
});

export const contextImport = command(two, (client, { args }) => {
  const [name = '', source = ''] = args;
  checkNewContext(client, name);
  const text = source === '-' ? client.stdin : readInput(client, source);
  const content = readTar(text);
  if (!content && text !== '')
    throw new CommandError(
      text.length < 512 || sizeOfTar(text) !== null
        ? 'unexpected EOF'
        : 'archive/tar: invalid tar header',
    );
  const entry = content ? filesOfTar(content)['/meta.json'] : undefined;
  const context = entry?.kind === 'text' ? parseContext(entry.text) : null;
  if (!context) throw new CommandError('invalid context: no metadata found');
  putContext(client, { ...context, name });
  client.out(`${name}\n`);
  client.error(`Successfully imported context "${name}"\n`);
  return 0;
});
