import { own } from '../../../kernel/own';
import { parentOf, resolvePath } from '../../files/path';
import { HostFiles } from '../../shell/host-files';
import { CommandError, DaemonError, type Client } from '../client';
import { command, one } from '../command';
import type { ParsedFlags } from '../flags';
import { humanSize, parseBinarySize } from '../humanize';
import { cut } from '../options/csv';
import { buildContext, type SentContext } from './build-context';
import { rememberBuild } from './follow-dockerfiles';
import { settled } from './settled';
import { tellBuild } from './tell-build';

function size(flags: ParsedFlags, name: string): string {
  const text = flags.string(name);
  if (text === '') return '0';
  if (text === '-1') return text;
  const bytes = parseBinarySize(text);
  return String(bytes.ok ? bytes.value : 0);
}

/** `name=value` pairs as JSON; of one name the last counts. `whenBare`: the value of a bare name. */
function pairs(words: readonly string[], whenBare: (name: string) => string | null): string {
  return JSON.stringify(
    Object.fromEntries(
      words.map((word) => {
        const [name, value] = cut(word);
        return [name, value ?? whenBare(name)];
      }),
    ),
  );
}

function queryOf(
  client: Client,
  flags: ParsedFlags,
  dockerfile: string,
): Readonly<Record<string, string>> {
  const query: Record<string, string> = {
    buildargs: pairs(flags.list('build-arg'), (name) => own(client.env, name) ?? null),
    cachefrom: JSON.stringify(flags.list('cache-from')),
    cgroupparent: flags.string('cgroup-parent'),
    cpuperiod: String(flags.number('cpu-period')),
    cpuquota: String(flags.number('cpu-quota')),
    cpusetcpus: flags.string('cpuset-cpus'),
    cpusetmems: flags.string('cpuset-mems'),
    cpushares: String(flags.number('cpu-shares')),
    dockerfile,
    labels: pairs(flags.list('label'), () => ''),
    memory: size(flags, 'memory'),
    memswap: size(flags, 'memory-swap'),
    networkmode: flags.string('network'),
    rm: flags.bool('rm') ? '1' : '0',
    shmsize: size(flags, 'shm-size'),
    t: flags.list('tag').join('\n'),
    target: flags.string('target'),
    version: '1',
  };
  if (flags.bool('quiet')) query['q'] = '1';
  if (flags.bool('no-cache')) query['nocache'] = '1';
  if (flags.bool('force-rm')) query['forcerm'] = '1';
  if (flags.bool('pull')) query['pull'] = '1';
  if (flags.string('platform') !== '') query['platform'] = flags.string('platform').toLowerCase();
  if (flags.string('isolation') !== '') query['isolation'] = flags.string('isolation');
  const security = flags.list('security-opt');
  if (security.length > 0) query['securityopt'] = security.join('\n');
  if (flags.list('add-host').length > 0) query['extrahosts'] = flags.list('add-host').join('\n');
  return query;
}

/** What the engine tells of a build, and when: from the moment `begin` on. */
interface Built {
  readonly messages: readonly unknown[];
  readonly begin: number;
  readonly at: readonly number[] | null;
}

function send(
  client: Client,
  query: Readonly<Record<string, string>>,
  context: SentContext,
): Built {
  const begin = client.now;
  const { body } = client.ask({
    method: 'POST',
    path: '/build',
    query,
    headers: { 'X-Registry-Config': JSON.stringify(client.settings.logins) },
    body: { files: context.files },
  });
  return body.kind === 'messages'
    ? { messages: body.messages, begin, at: body.moments ?? null }
    : { messages: [], begin, at: null };
}

/** The file of `--iidfile`: a stale one goes before the build, so that a failed build leaves none. */
function idFile(client: Client, flags: ParsedFlags): ((text: string) => void) | null {
  const name = flags.string('iidfile');
  if (name === '') return null;
  const files = new HostFiles(client.turn);
  const path = resolvePath(client.cwd, name);
  if (files.at(path)) files.remove(path);
  return (text) => {
    if (files.get(parentOf(path))?.kind !== 'directory')
      throw new CommandError(`open ${name}: no such file or directory`);
    files.put(path, { kind: 'text', text });
  };
}

function run(client: Client, flags: ParsedFlags): number {
  if (flags.changed('squash'))
    throw new CommandError(
      '"--squash" is only supported on a Docker daemon with experimental features enabled',
    );
  const quiet = flags.bool('quiet');
  const writeId = idFile(client, flags);
  const context = buildContext(client, flags.args[0] ?? '', flags.string('file'));
  const sending = `Sending build context to Docker daemon ${humanSize(context.size).padStart(8)}\r\r\n`;
  const query = queryOf(client, flags, context.dockerfile);
  let built: Built;
  try {
    built = send(client, query, context);
  } catch (failure) {
    if (!(failure instanceof DaemonError)) throw failure;
    if (quiet) client.error(sending);
    else client.out(sending);
    throw failure;
  }
  const { text, imageId, error } = tellBuild(
    client.outputIsTerminal ? settled(built.messages) : built.messages,
  );
  if (!quiet) {
    client.out(sending);
    client.tell(built.messages, built, () => {
      client.out(text);
    });
  } else if (error) client.error(sending + text);
  else client.out(text);
  if (error?.message === '') return error.code;
  if (error) throw new CommandError(error.message, error.code);
  const image = quiet ? text.trim() : imageId;
  writeId?.(quiet ? text : imageId);
  if (!client.rules.builtImageStandsAlone())
    rememberBuild(client, flags, { query, image, dockerfile: context.dockerfile });
  return 0;
}

/** `docker build` with the classic builder: its context goes to the engine, which tells what it does (docker/cli cli/command/image/build.go). */
export const build = command(one, run);
