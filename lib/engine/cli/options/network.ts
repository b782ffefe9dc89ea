import { err, ok, type Result } from '../../../kernel/result';
import { cut, readCsv } from './csv';

/** A network to attach to and how: what one `--network` says. */
export interface NetworkAttachment {
  readonly target: string;
  readonly aliases: readonly string[];
  readonly driverOptions: Readonly<Record<string, string>>;
  readonly ip: string;
  readonly ip6: string;
  readonly mac: string;
  readonly linkLocalIps: readonly string[];
  readonly priority: number;
}

const plain = {
  aliases: [],
  driverOptions: {},
  ip: '',
  ip6: '',
  mac: '',
  linkLocalIps: [],
  priority: 0,
} as const;

/** Reads `web`, or `name=web,alias=a,ip=172.20.0.5` (docker/cli opts/network.go). */
export function parseNetwork(text: string): Result<NetworkAttachment, string> {
  if (!/\w+=\w+(,\w+=\w+)*/.test(text)) return ok({ target: text, ...plain });
  const fields = readCsv(text);
  if (!fields.ok) return fields;
  let network: NetworkAttachment = { target: '', ...plain };
  for (const field of fields.value) {
    const [rawKey, rawValue] = cut(field.toLowerCase());
    if (rawValue === null || rawKey === '') return err(`invalid field ${field}`);
    const key = rawKey.trim();
    const value = rawValue.trim();
    switch (key) {
      case 'name':
        network = { ...network, target: value };
        break;
      case 'alias':
        network = { ...network, aliases: [...network.aliases, value] };
        break;
      case 'ip':
        network = { ...network, ip: value };
        break;
      case 'ip6':
        network = { ...network, ip6: value };
        break;
      case 'mac-address':
        network = { ...network, mac: value };
        break;
      case 'link-local-ip':
        network = { ...network, linkLocalIps: [...network.linkLocalIps, value] };
        break;
      case 'driver-opt': {
        const [name, option] = cut(value);
        if (option === null || name === '')
          return err('invalid key value pair format in driver options');
        const driverOptions = { ...network.driverOptions, [name.trim()]: option.trim() };
        network = { ...network, driverOptions };
        break;
      }
      case 'gw-priority':
        if (!/^[+-]?\d+$/.test(value)) return err(`invalid gw-priority (${value}): invalid syntax`);
        network = { ...network, priority: Number(value) };
        break;
      default:
        return err(`invalid field key ${key}`);
    }
  }
  return network.target === '' ? err('network name/id is not specified') : ok(network);
}
