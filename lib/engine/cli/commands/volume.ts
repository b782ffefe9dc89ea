import { own } from '../../../kernel/own';
import { membersOf, textOf } from '../../api/read-json';
import { CommandError } from '../client';
import { command, forEachOperand, none, one, segment, some } from '../command';
import { printListing } from '../format';
import { filtersQuery } from './filters';

export const volumeCreate = command({ min: 0, max: 1 }, (client, flags) => {
  const named = flags.string('name');
  if (named !== '' && flags.args.length > 0)
    throw new CommandError(
      'conflicting options: cannot specify a volume-name through both --name and as a positional arg',
    );
  const labels = Object.fromEntries(
    flags.list('label').map((text): [string, string] => {
      const equals = text.indexOf('=');
      return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
    }),
  );
  const json = client.json({
    method: 'POST',
    path: '/volumes/create',
    body: {
      Name: flags.args[0] ?? named,
      Driver: flags.string('driver'),
      DriverOpts: Object.fromEntries(flags.map('opt')),
      Labels: labels,
    },
  });
  client.out(`${textOf(membersOf(json)['Name'])}\n`);
  return 0;
});

const HEADERS = {
  Name: 'VOLUME NAME',
  Driver: 'DRIVER',
  Scope: 'SCOPE',
  Mountpoint: 'MOUNTPOINT',
  Labels: 'LABELS',
  Links: 'LINKS',
  Size: 'SIZE',
  Group: 'GROUP',
  Availability: 'AVAILABILITY',
  Status: 'STATUS',
};

export const volumeList = command(none, (client, flags) => {
  const filters = filtersQuery(flags);
  const json = membersOf(
    client.json({
      method: 'GET',
      path: '/volumes',
      query: filters === undefined ? {} : { filters },
    }),
  );
  const volumes = Array.isArray(json['Volumes']) ? json['Volumes'].map(membersOf) : [];
  const format = flags.string('format');
  const quiet = flags.bool('quiet');
  printListing(client, quiet && (format === '' || format === 'table') ? '{{.Name}}' : format, {
    type: '*formatter.volumeContext',
    headers: HEADERS,
    table: 'table {{.Driver}}\t{{.Name}}',
    raw: quiet ? 'name: {{.Name}}' : 'name: {{.Name}}\\ndriver: {{.Driver}}\\n',
    rows: volumes.map((volume) => {
      const labels = membersOf(volume['Labels']);
      return {
        Name: textOf(volume['Name']),
        Driver: textOf(volume['Driver']),
        Scope: textOf(volume['Scope']),
        Mountpoint: textOf(volume['Mountpoint']),
        Labels: Object.entries(labels)
          .map(([key, value]) => `${key}=${textOf(value)}`)
          .sort()
          .join(','),
        Links: 'N/A',
        Size: 'N/A',
        Group: 'N/A',
        Availability: 'N/A',
        Status: 'N/A',
        Label: (key: string) => textOf(own(labels, key)),
      };
    }),
  });
  return 0;
});

export const volumeRemove = command(some, (client, flags) =>
  forEachOperand(client, flags.args, (name) => {
    client.ask({
      method: 'DELETE',
      path: `/volumes/${segment(name)}`,
      query: flags.bool('force') ? { force: '1' } : {},
    });
    client.out(`${name}\n`);
  }),
);

/** `volume update`: what may be changed of a volume is a cluster's, and the engine is in none. */
export const volumeUpdate = command(one, (client, flags) => {
  const [name = ''] = flags.args;
  client.check({ method: 'GET', path: `/volumes/${segment(name)}` });
  throw new CommandError('can only update cluster volumes');
});
