import { err, ok, type Result } from '../../../kernel/result';
import { own } from '../../../kernel/own';
import { putOwn } from '../../../kernel/put-own';
import { parseBoolean } from '../flag-values';
import { parseBinarySize } from '../humanize';
import { cut, readCsv } from './csv';

/** A mount as the API takes it: `HostConfig.Mounts`. */
export interface MountRequest {
  Type: string;
  Source?: string;
  Target?: string;
  ReadOnly?: boolean;
  Consistency?: string;
  BindOptions?: {
    Propagation?: string;
    NonRecursive?: boolean;
    ReadOnlyNonRecursive?: boolean;
    ReadOnlyForceRecursive?: boolean;
  };
  VolumeOptions?: {
    NoCopy?: boolean;
    Labels?: Record<string, string>;
    Subpath?: string;
    DriverConfig?: { Name?: string; Options?: Record<string, string> };
  };
  ImageOptions?: { Subpath?: string };
  TmpfsOptions?: { SizeBytes?: number; Mode?: number };
}

const BARE: Readonly<Record<string, (mount: MountRequest) => void>> = {
  readonly: (mount) => (mount.ReadOnly = true),
  ro: (mount) => (mount.ReadOnly = true),
  'volume-nocopy': (mount) => (volumeOptions(mount).NoCopy = true),
  'bind-nonrecursive': (mount) => ((mount.BindOptions ??= {}).NonRecursive = true),
};

function volumeOptions(mount: MountRequest): NonNullable<MountRequest['VolumeOptions']> {
  return (mount.VolumeOptions ??= { DriverConfig: {} });
}

/** Reads `type=bind,source=/a,target=/b,readonly` (docker/cli opts/mount.go). The source is as it was typed. */
export function parseMount(text: string): Result<MountRequest, string> {
  const fields = readCsv(text);
  if (!fields.ok) return fields;
  const mount: MountRequest = { Type: 'volume' };
  for (const field of fields.value) {
    const [typed, value] = cut(field);
    const key = typed.toLowerCase();
    const bare = own(BARE, key);
    if (value === null && !bare) return err(`invalid field '${field}' must be a key=value pair`);
    if (value === null) bare?.(mount);
    else {
      const problem = setField(mount, key, value, field);
      if (problem !== null) return err(problem);
    }
  }
  return checked(mount);
}

/** Sets one field; what is wrong with it, or null. */
function setField(mount: MountRequest, key: string, value: string, field: string): string | null {
  const invalid = `invalid value for ${key}: ${value}`;
  const flag = parseBoolean(value);
  switch (key) {
    case 'type':
      mount.Type = value.toLowerCase();
      return null;
    case 'source':
    case 'src':
      mount.Source = value;
      return null;
    case 'target':
    case 'dst':
    case 'destination':
      mount.Target = value;
      return null;
    case 'readonly':
    case 'ro':
      if (flag !== null) mount.ReadOnly = flag;
      return flag === null ? invalid : null;
    case 'consistency':
      mount.Consistency = value.toLowerCase();
      return null;
    case 'bind-propagation':
      (mount.BindOptions ??= {}).Propagation = value.toLowerCase();
      return null;
    case 'bind-nonrecursive':
      if (flag !== null) (mount.BindOptions ??= {}).NonRecursive = flag;
      return flag === null ? invalid : null;
    case 'bind-recursive':
      return setRecursive((mount.BindOptions ??= {}), value, invalid);
    case 'volume-subpath':
      volumeOptions(mount).Subpath = value;
      return null;
    case 'volume-nocopy':
      if (flag !== null) volumeOptions(mount).NoCopy = flag;
      return flag === null ? invalid : null;
    case 'volume-label':
      addPair((volumeOptions(mount).Labels ??= {}), value);
      return null;
    case 'volume-driver':
      (volumeOptions(mount).DriverConfig ??= {}).Name = value;
      return null;
    case 'volume-opt':
      addPair(((volumeOptions(mount).DriverConfig ??= {}).Options ??= {}), value);
      return null;
    case 'image-subpath':
      (mount.ImageOptions ??= {}).Subpath = value;
      return null;
    case 'tmpfs-size': {
      const size = parseBinarySize(value);
      if (size.ok) (mount.TmpfsOptions ??= {}).SizeBytes = size.value;
      return size.ok ? null : invalid;
    }
    case 'tmpfs-mode':
      if (!/^[0-7]+$/.test(value)) return invalid;
      (mount.TmpfsOptions ??= {}).Mode = Number.parseInt(value, 8);
      return null;
    default:
      return `unexpected key '${key}' in '${field}'`;
  }
}

function setRecursive(
  options: NonNullable<MountRequest['BindOptions']>,
  value: string,
  invalid: string,
): string | null {
  if (value === 'disabled') options.NonRecursive = true;
  else if (value === 'writable') options.ReadOnlyNonRecursive = true;
  else if (value === 'readonly') options.ReadOnlyForceRecursive = true;
  else if (value !== 'enabled')
    return `${invalid} (must be "enabled", "disabled", "writable", or "readonly")`;
  return null;
}

function addPair(record: Record<string, string>, pair: string): void {
  const [key, value] = cut(pair);
  if (key !== '') putOwn(record, key, value ?? '');
}

function checked(mount: MountRequest): Result<MountRequest, string> {
  const { Type: type, BindOptions: bind } = mount;
  if (type === '') return err('type is required');
  if ((mount.Target ?? '') === '') return err('target is required');
  for (const [kind, options] of [
    ['volume', mount.VolumeOptions],
    ['image', mount.ImageOptions],
    ['bind', bind],
    ['tmpfs', mount.TmpfsOptions],
  ] as const)
    if (options && type !== kind)
      return err(`cannot mix '${kind}-*' options with mount type '${type}'`);
  const requires = (option: string, other: string): Result<MountRequest, string> =>
    err(`option 'bind-recursive=${option}' requires '${other}' to be specified in conjunction`);
  if (bind?.ReadOnlyNonRecursive && !mount.ReadOnly) return requires('writable', 'readonly');
  if (bind?.ReadOnlyForceRecursive && !mount.ReadOnly) return requires('readonly', 'readonly');
  if (bind?.ReadOnlyForceRecursive && bind.Propagation !== 'rprivate')
    return requires('readonly', 'bind-propagation=rprivate');
  return ok(mount);
}
