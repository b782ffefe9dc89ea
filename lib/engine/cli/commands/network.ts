import { own } from '../../../kernel/own';
import { membersOf, textOf } from '../../api/read-json';
import { CommandError, DaemonError } from '../client';
import { command, isReported, none, one, segment, some, two } from '../command';
import { printListing } from '../format';
import { filtersQuery } from './filters';
import { naturalOrder } from './natural-order';
import { networkOrderBody } from './network-create-body';

const HEADERS = {
  ID: 'NETWORK ID',
  Name: 'NAME',
  Driver: 'DRIVER',
  Scope: 'SCOPE',
  IPv4: 'IPV4',
  IPv6: 'IPV6',
  Internal: 'INTERNAL',
  Labels: 'LABELS',
  CreatedAt: 'CREATED AT',
};

/** Go prints a time with the digits of its fraction that are not zeros: `2026-11-21 22:06:33.844437433 +0000 UTC`. */
function goTime(text: string): string {
  const [date = '', rest = ''] = text.replace('Z', '').split('T');
  const [clock = '', fraction = ''] = rest.split('.');
  const digits = fraction.replace(/0+$/, '');
  return `${date} ${clock}${digits === '' ? '' : `.${digits}`} +0000 UTC`;
}

function row(json: unknown, trunc: boolean): Readonly<Record<string, unknown>> {
  const network = membersOf(json);
  const id = textOf(network['Id']);
  const labels = membersOf(network['Labels']);
  return {
    ID: trunc ? id.slice(0, 12) : id,
    Name: textOf(network['Name']),
    Driver: textOf(network['Driver']),
    Scope: textOf(network['Scope']),
    IPv4: String(network['EnableIPv4'] === true),
    IPv6: String(network['EnableIPv6'] === true),
    Internal: String(network['Internal'] === true),
    Labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${textOf(value)}`)
      .join(','),
    CreatedAt: goTime(textOf(network['Created'])),
    Label: (key: string) => textOf(own(labels, key)),
  };
}

export const networkList = command(none, (client, flags) => {
  const filters = filtersQuery(flags);
  const query = filters === undefined ? {} : { filters };
  const json = client.json({ method: 'GET', path: '/networks', query });
  const networks = (Array.isArray(json) ? json.map(membersOf) : []).sort((a, b) =>
    naturalOrder(textOf(a['Name']), textOf(b['Name'])),
  );
  const format = flags.string('format');
  const quiet = flags.bool('quiet');
  printListing(client, quiet && (format === '' || format === 'table') ? '{{.ID}}' : format, {
    type: '*network.networkContext',
    headers: HEADERS,
    table: 'table {{.ID}}\t{{.Name}}\t{{.Driver}}\t{{.Scope}}',
    raw: quiet
      ? 'network_id: {{.ID}}'
      : 'network_id: {{.ID}}\\nname: {{.Name}}\\ndriver: {{.Driver}}\\nscope: {{.Scope}}\\n',
    rows: networks.map((network) => row(network, !flags.bool('no-trunc'))),
  });
  return 0;
});

export const networkCreate = command(one, (client, flags) => {
  const body = networkOrderBody(flags);
  const json = client.json({ method: 'POST', path: '/networks/create', body });
  client.out(`${textOf(membersOf(json)['Id'])}\n`);
  return 0;
});

export const networkRemove = command(some, (client, flags) => {
  let failed = false;
  for (const name of flags.args) {
    try {
      client.send({ method: 'GET', path: `/networks/${segment(name)}` });
      client.ask({ method: 'DELETE', path: `/networks/${segment(name)}` });
      client.out(`${name}\n`);
    } catch (failure) {
      if (!isReported(failure)) throw failure;
      if (flags.bool('force') && failure instanceof DaemonError && failure.status === 404) continue;
      client.error(`${failure.message}\n`);
      failed = true;
    }
  }
  if (failed) throw new CommandError('exit status 1');
  return 0;
});

/** `key=value` options of a driver (docker/cli cli/command/network/connect.go convertDriverOpt). */
function driverOptions(texts: readonly string[]): Readonly<Record<string, string>> {
  const pairs = texts.map((text): [string, string] => {
    const equals = text.indexOf('=');
    const key = text.slice(0, Math.max(0, equals)).trim();
    if (equals < 0 || key === '')
      throw new CommandError('invalid key/value pair format in driver options');
    return [key, text.slice(equals + 1).trim()];
  });
  return Object.fromEntries(pairs);
}

/** A container's name is looked at before anything is sent. */
function requireContainer(name: string): void {
  if (name === '') throw new CommandError('invalid container name or ID: value is empty');
}

export const networkConnect = command(two, (client, flags) => {
  const [network = '', container = ''] = flags.args;
  if (network !== '') requireContainer(container);
  const [four, six] = [flags.string('ip'), flags.string('ip6')];
  const local = flags.list('link-local-ip');
  const links = flags.list('link');
  client.ask({
    method: 'POST',
    path: `/networks/${segment(network)}/connect`,
    body: {
      Container: container,
      EndpointConfig: {
        IPAMConfig: {
          ...(four === '' ? {} : { IPv4Address: four }),
          ...(six === '' ? {} : { IPv6Address: six }),
          ...(local.length === 0 ? {} : { LinkLocalIPs: local }),
        },
        Links: links.length === 0 ? null : links,
        Aliases: flags.list('alias'),
        DriverOpts: driverOptions(flags.list('driver-opt')),
        GwPriority: flags.number('gw-priority'),
      },
    },
  });
  return 0;
});

export const networkDisconnect = command(two, (client, flags) => {
  const [network = '', container = ''] = flags.args;
  if (network !== '') requireContainer(container);
  client.ask({
    method: 'POST',
    path: `/networks/${segment(network)}/disconnect`,
    body: { Container: container, Force: flags.bool('force') },
  });
  return 0;
});
