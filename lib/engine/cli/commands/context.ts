import { digestOf } from '../../digest';
import { CommandError } from '../client';
import { command, none } from '../command';
import { printListing } from '../format';
import { escapeJson } from '../template/print';
import { compileTemplate, execute } from '../template/template';

const HOST = 'unix:///var/run/docker.sock';

/** The one context that the learner's command line has. */
const DEFAULT = {
  Name: 'default',
  Metadata: {},
  Endpoints: { docker: { Host: HOST, SkipTLSVerify: false } },
  TLSMaterial: {},
  Storage: { MetadataPath: '<IN MEMORY>', TLSPath: '<IN MEMORY>' },
};

/** What is said of a context that does not exist; its file is named by a digest. */
export function contextNotFound(name: string, home: string): string {
  const file = `${home}/.docker/contexts/meta/${digestOf(name).slice(7)}/meta.json`;
  return `context ${JSON.stringify(name)}: context not found: open ${file}: no such file or directory`;
}

export const contextList = command(none, (client, flags) => {
  const format = flags.string('format');
  const isTable = format === '' || format === 'table';
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
    rows: [
      {
        Name: 'default',
        Description: 'Current DOCKER_HOST based configuration',
        DockerEndpoint: HOST,
        Current: true,
        Error: '',
      },
    ],
  });
  return 0;
});

export const contextShow = command(none, (client) => {
  client.out('default\n');
  return 0;
});

/** Only contexts that somebody has made can be removed, and nobody can make one here. */
export const contextRemove = command({ min: 1, max: null }, (_client, { args }) => {
  const problems = args.map((name) =>
    name === 'default'
      ? 'context "default" cannot be removed'
      : `context ${JSON.stringify(name)} does not exist`,
  );
  throw new CommandError(problems.join('\n'));
});

export const contextUse = command({ min: 1, max: 1 }, (client, flags) => {
  const [name = ''] = flags.args;
  if (name === '') throw new CommandError('context name cannot be empty');
  if (name !== 'default') throw new CommandError(contextNotFound(name, client.user.home));
  client.out('default\n');
  client.error('Current context is now "default"\n');
  return 0;
});

export const contextInspect = command({ min: 0, max: null }, (client, flags) => {
  const names = flags.args.length > 0 ? flags.args : ['default'];
  const format = flags.string('format');
  const template = format === '' || format === 'json' ? null : compileTemplate(format);
  if (template && !template.ok)
    throw new CommandError(`template parsing error: ${template.error}`, 64);
  const found = names.filter((name) => name === 'default').map(() => DEFAULT);
  const errors = names
    .filter((name) => name !== 'default')
    .map((name) => contextNotFound(name, client.user.home));
  if (template)
    for (const context of found) {
      const text = execute(template.value, context);
      if (text.ok) client.out(`${text.value}\n`);
      else errors.push(`template parsing error: ${text.error}`);
    }
  else if (found.length === 0) client.out('[]\n');
  else client.out(`${escapeJson(JSON.stringify(found, null, format === '' ? 4 : undefined))}\n`);
  if (errors.length > 0) client.error(`${errors.join('\n')}\n`);
  return errors.length > 0 ? 1 : 0;
});
