import { parsePlatform } from '../../image/platform';
import { command, some } from '../command';
import { CommandError } from '../client';
import { tarOutput } from './output-file';

/** The `--platform` of `save` and `load`, which the command line reads itself. */
export function platformQuery(text: string): Readonly<Record<string, string>> {
  if (text === '') return {};
  const platform = parsePlatform(text);
  if (!platform.ok) throw new CommandError(`invalid platform: ${platform.error}`);
  return { platform: platform.value };
}

export const save = command(some, (client, flags) => {
  const platform = platformQuery(flags.string('platform'));
  const write = tarOutput(client, flags.string('output'), 'failed to save image');
  const { body } = client.ask({
    method: 'GET',
    path: '/images/get',
    query: { names: flags.args.join('\n'), ...platform },
  });
  write(body.kind === 'text' ? body.text : '');
  return 0;
});
