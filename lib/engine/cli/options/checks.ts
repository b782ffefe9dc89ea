import { err, ok, type Result } from '../../../kernel/result';
import { parseNormalizedNamed } from '../../reference';
import { parseBinarySize } from '../humanize';
import { goQuote } from '../template/go-quote';
import { checkCpus } from './cpus';
import { cut } from './csv';
import { parseGpus } from './gpus';
import { isIpAddress } from './ip-address';
import { parseMount } from './mount';
import { parseNetwork } from './network';
import { parseUlimit } from './ulimit';
import { checkPairs } from './pairs';

/** What a flag's value must be: the value to keep, or the words behind `invalid argument "x" for "--flag" flag: `. */
export type Check = (value: string) => Result<string, string>;

/** Keeps the value when a reading of it succeeds. */
function when<T>(read: (value: string) => Result<T, string>): Check {
  return (value) => {
    const result = read(value);
    return result.ok ? ok(value) : err(result.error);
  };
}

function unsigned(bits: number): Check {
  return (value) => {
    const quoted = goQuote(value);
    if (!/^(0|[1-9]\d*|0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+)$/.test(value))
      return err(`strconv.ParseUint: parsing ${quoted}: invalid syntax`);
    return Number(value) < 2 ** bits
      ? ok(value)
      : err(`strconv.ParseUint: parsing ${quoted}: value out of range`);
  };
}

function ipAddress(value: string): Result<string, string> {
  const address = value.trim();
  return isIpAddress(address)
    ? ok(address)
    : err(`IP address is not correctly formatted: ${value}`);
}

function label(value: string): Result<string, string> {
  const name = cut(value)[0].replace(/^[ \t]+/, '');
  if (name === '') return err(`invalid label '${value}': empty name`);
  return /[ \t]/.test(name) ? err(`label '${name}' contains whitespaces`) : ok(value);
}

function attach(value: string): Result<string, string> {
  const stream = value.toLowerCase();
  return ['stdin', 'stdout', 'stderr'].includes(stream)
    ? ok(stream)
    : err('valid streams are STDIN, STDOUT and STDERR');
}

const DOMAIN =
  /^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*$/;

function dnsSearch(value: string): Result<string, string> {
  const domain = value.replace(/^ +| +$/g, '');
  if (domain === '.') return ok(domain);
  const bare = domain.replace(/\.?\s*$/, '');
  return /[a-zA-Z]/.test(domain) && DOMAIN.test(bare) && bare.length < 255
    ? ok(bare)
    : err(`${domain} is not a valid domain`);
}

function extraHost(value: string): Result<string, string> {
  const [host, address] = value.includes('=') ? cut(value) : cut(value, ':');
  if (address === null || host === '' || host.includes(':'))
    return err(`bad format for add-host: ${goQuote(value)}`);
  if (address === 'host-gateway') return ok(`${host}:${address}`);
  const bare = address.replace(/^\[(.+)\]$/, '$1');
  return isIpAddress(bare.trim())
    ? ok(`${host}:${bare}`)
    : err(`invalid IP address in add-host: ${goQuote(bare)}`);
}

function environment(value: string): Result<string, string> {
  return cut(value)[0] === '' ? err(`invalid environment variable: ${value}`) : ok(value);
}

function link(value: string): Result<string, string> {
  if (value === '') return err('empty string specified for links');
  return value.split(':').length > 2 ? err(`bad format for links: ${value}`) : ok(value);
}

const SYSCTLS =
  /^(kernel\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|(net|fs\.mqueue)\..*)=/s;

/** `/dev/sda:100`: a device and a number of some kind. */
function device(isNumber: (text: string) => boolean, reason: (value: string) => string): Check {
  return (value) => {
    const [path, number] = cut(value, ':');
    if (number === null || path === '') return err(`bad format: ${value}`);
    if (!path.startsWith('/dev/')) return err(`bad format for device path: ${value}`);
    return isNumber(number) ? ok(value) : err(reason(value));
  };
}

const bytesPerSecond = device(
  (text) => parseBinarySize(text).ok,
  (value) =>
    `invalid rate for device: ${value}. The correct format is <device-path>:<number>[<unit>]. Number must be a positive integer. Unit is optional and can be kb, mb, or gb`,
);
const operationsPerSecond = device(
  (text) => /^\d+$/.test(text),
  (value) =>
    `invalid rate for device: ${value}. The correct format is <device-path>:<number>. Number must be a positive integer`,
);

/** By the flag's name. They hold for flags that take a value of the kind that the help names, whatever the command (docker/cli opts/*.go). */
export const checksByName: Readonly<Record<string, Check>> = {
  'add-host': extraHost,
  attach,
  'build-arg': environment,
  'blkio-weight-device': device(
    (text) =>
      /^\d+$/.test(text) && (Number(text) === 0 || (Number(text) >= 10 && Number(text) <= 1000)),
    (value) => `invalid weight for device: ${value}`,
  ),
  'device-cgroup-rule': (value) =>
    /^[acb] ([0-9]+|\*):([0-9]+|\*) [rwm]{1,3}$/.test(value)
      ? ok(value)
      : err(`invalid device cgroup format '${value}'`),
  'device-read-bps': bytesPerSecond,
  'device-read-iops': operationsPerSecond,
  'device-write-bps': bytesPerSecond,
  'device-write-iops': operationsPerSecond,
  dns: ipAddress,
  'dns-search': dnsSearch,
  env: environment,
  docker: checkPairs,
  label,
  link,
  'memory-swap': (value) => (value === '-1' ? ok(value) : when(parseBinarySize)(value)),
  tag: when(parseNormalizedNamed),
  sysctl: (value) => (SYSCTLS.test(value) ? ok(value) : err(`sysctl '${value}' is not allowed`)),
};

/** By the name that the help gives the value. */
export const checksByPlaceholder: Readonly<Record<string, Check>> = {
  bytes: when(parseBinarySize),
  decimal: checkCpus,
  'gpu-request': when(parseGpus),
  mount: when(parseMount),
  network: when(parseNetwork),
  uint: unsigned(64),
  uint16: unsigned(16),
  uint32: unsigned(32),
  ulimit: when(parseUlimit),
};
