import { refuse } from '../errors';
import { resolvePath } from '../files/path';

/** A mount that was asked for with `-v`, `--mount` or `--volumes-from`, read and found well-formed. */
export interface MountRequest {
  readonly kind: 'volume' | 'bind' | 'tmpfs' | 'image';
  /** A volume's name, `''` for one without; a path of the host; an image. */
  readonly source: string;
  readonly path: string;
  readonly readonly: boolean;
  /** Is an empty volume filled with what the image has there? */
  readonly copies: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly driver: string;
  /** What the driver of a volume that is made is told. */
  readonly driverOptions: Readonly<Record<string, string>>;
  /** Must the source of a bind mount be there already? With `-v` it is made. */
  readonly mustExist: boolean;
  /** What a tmpfs mount is told. */
  readonly options: string;
  /** The part of an image that is mounted. */
  readonly subpath?: string;
}

/** One of `HostConfig.Mounts` (moby api/types/mount). */
interface MountSpec {
  readonly Type?: string;
  readonly Source?: string;
  readonly Target?: string;
  readonly ReadOnly?: boolean;
  readonly BindOptions?: { readonly CreateMountpoint?: boolean; readonly Propagation?: string };
  readonly VolumeOptions?: {
    readonly NoCopy?: boolean;
    readonly Subpath?: string;
    readonly Labels?: Readonly<Record<string, string>>;
    readonly DriverConfig?: {
      readonly Name?: string;
      readonly Options?: Readonly<Record<string, string>>;
    };
  };
  readonly ImageOptions?: { readonly Subpath?: string };
  readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number };
}

/** Groups of words that a mode may hold one of each (moby volume/mounts linux_parser.go). */
const MODES: readonly (readonly string[])[] = [
  ['rw', 'ro'],
  ['Z', 'z'],
  ['consistent', 'cached', 'delegated'],
  ['private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared'],
  ['nocopy'],
];

const PROPAGATIONS: readonly string[] = ['', ...(MODES[3] ?? [])];

function isMode(mode: string): boolean {
  if (mode === '') return true;
  const words = mode.split(',');
  return (
    words.every((word) => MODES.some((group) => group.includes(word))) &&
    MODES.every((group) => words.filter((word) => group.includes(word)).length <= 1)
  );
}

/** What is wrong with a mount, or null (validateMountConfigImpl). */
function problemOf(spec: MountSpec): string | null {
  const { Type: type = '', Source: source = '', Target: target = '' } = spec;
  const wrong = (what: string): string => `invalid mount config for type "${type}": ${what}`;
  if (target === '') return wrong('field Target must not be empty');
  if (resolvePath('/', target) === '/' && target.startsWith('/'))
    return wrong("invalid specification: destination can't be '/'");
  if (!target.startsWith('/'))
    return wrong(`invalid mount path: '${target}' mount path must be absolute`);
  switch (type) {
    case 'bind':
      if (source === '') return wrong('field Source must not be empty');
      if (spec.VolumeOptions) return wrong('field VolumeOptions must not be specified');
      if (!PROPAGATIONS.includes(spec.BindOptions?.Propagation ?? ''))
        return wrong(`invalid propagation mode: ${spec.BindOptions?.Propagation ?? ''}`);
      return source.startsWith('/')
        ? null
        : wrong(`invalid mount path: '${source}' mount path must be absolute`);
    case 'volume':
      if (spec.BindOptions) return wrong('field BindOptions must not be specified');
      if (source === '' && spec.ReadOnly)
        return wrong('must not set ReadOnly mode when using anonymous volumes');
      return subpathProblem(spec, wrong);
    case 'tmpfs':
      if (spec.BindOptions) return wrong('field BindOptions must not be specified');
      if (source !== '') return wrong('field Source must not be specified');
      return spec.VolumeOptions ? wrong('field VolumeOptions must not be specified') : null;
    case 'image':
      if (spec.BindOptions) return wrong('field BindOptions must not be specified');
      if (spec.VolumeOptions) return wrong('field VolumeOptions must not be specified');
      if (source === '') return wrong('field Source must not be empty');
      return isLocal(spec.ImageOptions?.Subpath ?? '')
        ? null
        : wrong('subpath must be a relative path within the volume');
    default:
      return wrong('mount type unknown');
  }
}

function subpathProblem(
  { Source: source = '', VolumeOptions: options }: MountSpec,
  wrong: (what: string) => string,
): string | null {
  const subpath = options?.Subpath ?? '';
  if (subpath === '') return null;
  if (source === '') return wrong('must not set Subpath when using anonymous volumes');
  return isLocal(subpath) ? null : wrong('subpath must be a relative path within the volume');
}

/** Does a path stay below where it begins (Go's filepath.IsLocal)? */
function isLocal(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth--;
    else if (part !== '.' && part !== '') depth++;
    if (depth < 0) return false;
  }
  return !path.startsWith('/');
}

/** Reads one of `HostConfig.Binds`: `source:path[:mode]`. */
export function readBind(text: string, driver: string): MountRequest {
  const [source = '', path = '', mode = '', ...more] = text.split(':');
  const invalid = `invalid volume specification: '${text}'`;
  if (more.length > 0 || source === '') refuse('invalid-parameter', invalid);
  if (mode === '' && path !== '' && isMode(path)) refuse('invalid-parameter', invalid);
  if (!isMode(mode)) refuse('invalid-parameter', `invalid mode: ${mode}`);
  const kind = source.startsWith('/') ? 'bind' : 'volume';
  const problem = problemOf({ Type: kind, Source: source, Target: path });
  if (problem !== null) refuse('invalid-parameter', `${invalid}: ${problem}`);
  const words = mode.split(',');
  return {
    kind,
    source: kind === 'bind' ? resolvePath('/', source) : source,
    path: resolvePath('/', path),
    readonly: words.includes('ro'),
    copies: !words.includes('nocopy'),
    labels: {},
    driver,
    driverOptions: {},
    mustExist: false,
    options: '',
  };
}

/** Options of `--mount type=tmpfs` as the kernel gets them (linuxParser.ConvertTmpfsOptions). */
function tmpfsOptions({ ReadOnly: readonly, TmpfsOptions: options }: MountSpec): string {
  const { Mode: mode = 0, SizeBytes: size = 0 } = options ?? {};
  const unit = [
    ['g', 2 ** 30],
    ['m', 2 ** 20],
    ['k', 2 ** 10],
    ['', 1],
  ] as const;
  const [suffix, divisor] = unit.find(([, factor]) => size % factor === 0) ?? ['', 1];
  return [
    ...(readonly === true ? ['ro'] : []),
    ...(mode === 0 ? [] : [`mode=${mode.toString(8)}`]),
    ...(size === 0 ? [] : [`size=${size / divisor}${suffix}`]),
  ].join(',');
}

/** The path of a `--tmpfs`; refuses what no tmpfs can be mounted at. */
export function tmpfsPath(target: string): string {
  if (!target.startsWith('/'))
    refuse('invalid-parameter', `invalid mount path: '${target}' mount path must be absolute`);
  const path = resolvePath('/', target);
  return path === '/'
    ? refuse('invalid-parameter', "invalid specification: destination can't be '/'")
    : path;
}

/** Reads one of `HostConfig.Mounts`. */
export function readMount(json: unknown): MountRequest {
  const spec = json as MountSpec;
  const problem = problemOf(spec);
  if (problem !== null) refuse('invalid-parameter', problem);
  const { Type, Source: source = '', Target: path = '', VolumeOptions: options } = spec;
  return {
    kind: Type === 'bind' || Type === 'tmpfs' || Type === 'image' ? Type : 'volume',
    source: Type === 'bind' ? resolvePath('/', source) : source,
    path: resolvePath('/', path),
    readonly: spec.ReadOnly === true,
    copies: options?.NoCopy !== true,
    labels: options?.Labels ?? {},
    driver: options?.DriverConfig?.Name ?? '',
    driverOptions: options?.DriverConfig?.Options ?? {},
    mustExist: spec.BindOptions?.CreateMountpoint !== true,
    options: Type === 'tmpfs' ? tmpfsOptions(spec) : '',
    subpath: spec.ImageOptions?.Subpath ?? '',
  };
}
