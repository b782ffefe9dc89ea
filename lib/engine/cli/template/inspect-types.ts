import { ANY, BOOL, INT, STRING, type GoType, type StructType } from './value';

/**
 * What `docker inspect -f` sees before it falls back to the raw JSON: the Go types of moby v28 `api/types` (container, image,
 * volume, network) and their field names, which differ from the JSON in places (`ID` and `Id`, `NanoCPUs` and `NanoCpus`). A table of
 * data, hence its length.
 */

function named(name: string): GoType {
  return { kind: 'string', name };
}

function list(element: GoType, name?: string): GoType {
  return name === undefined ? { kind: 'slice', element } : { kind: 'slice', element, name };
}

function map(element: GoType, name?: string): GoType {
  return name === undefined ? { kind: 'map', element } : { kind: 'map', element, name };
}

function pointer(element: GoType): GoType {
  return { kind: 'pointer', element };
}

/** An embedded struct, or a pointer to one. */
function embedded(name: string, type: GoType): StructType['fields'] {
  return { [name]: { type, embedded: true } };
}

/** Fields of one type, by name; `ID=Id` is the Go name and, behind `=`, the JSON key. */
function fields(names: string, type: GoType): StructType['fields'] {
  return Object.fromEntries(
    names.split(' ').map((entry) => {
      const [name = entry, json] = entry.split('=');
      return [name, json === undefined ? { type } : { type, json }];
    }),
  );
}

function struct(name: string, ...parts: StructType['fields'][]): StructType {
  return { kind: 'struct', name, fields: Object.assign({}, ...parts) as StructType['fields'] };
}

const EMPTY = struct('struct {}');
const STRINGS = list(STRING);
const LABELS = map(STRING);

const HEALTH = struct(
  'container.Health',
  fields('Status', STRING),
  fields('FailingStreak', INT),
  fields(
    'Log',
    list(
      pointer(
        struct(
          'container.HealthcheckResult',
          fields('Start End', named('time.Time')),
          fields('ExitCode', INT),
          fields('Output', STRING),
        ),
      ),
    ),
  ),
);

const STATE = struct(
  'container.State',
  fields('Status', STRING),
  fields('Running Paused Restarting OOMKilled Dead', BOOL),
  fields('Pid ExitCode', INT),
  fields('Error StartedAt FinishedAt', STRING),
  fields('Health', pointer(HEALTH)),
);

const PORT_BINDING = struct('nat.PortBinding', fields('HostIP=HostIp HostPort', STRING));
const PORT_MAP = map(list(PORT_BINDING), 'nat.PortMap');
const PORT_SET = map(EMPTY, 'nat.PortSet');

const DEVICE_RATE = list(
  pointer(struct('blkiodev.ThrottleDevice', fields('Path', STRING), fields('Rate', INT))),
);

const RESOURCES = struct(
  'container.Resources',
  fields('CPUShares=CpuShares Memory NanoCPUs=NanoCpus', INT),
  fields('CgroupParent', STRING),
  fields('BlkioWeight', INT),
  fields('BlkioWeightDevice', list(ANY)),
  fields(
    'BlkioDeviceReadBps BlkioDeviceWriteBps BlkioDeviceReadIOps BlkioDeviceWriteIOps',
    DEVICE_RATE,
  ),
  fields('CPUPeriod=CpuPeriod CPUQuota=CpuQuota', INT),
  fields('CPURealtimePeriod=CpuRealtimePeriod CPURealtimeRuntime=CpuRealtimeRuntime', INT),
  fields('CpusetCpus CpusetMems', STRING),
  fields(
    'Devices',
    list(
      struct(
        'container.DeviceMapping',
        fields('PathOnHost PathInContainer CgroupPermissions', STRING),
      ),
    ),
  ),
  fields('DeviceCgroupRules', STRINGS),
  fields('DeviceRequests', list(ANY)),
  fields('KernelMemory KernelMemoryTCP MemoryReservation MemorySwap', INT),
  fields('MemorySwappiness', pointer(INT)),
  fields('OomKillDisable', pointer(BOOL)),
  fields('PidsLimit', pointer(INT)),
  fields(
    'Ulimits',
    list(pointer(struct('units.Ulimit', fields('Name', STRING), fields('Hard Soft', INT)))),
  ),
  fields('CPUCount=CpuCount CPUPercent=CpuPercent IOMaximumIOps IOMaximumBandwidth', INT),
);

const MOUNT = struct(
  'mount.Mount',
  fields('Type', named('mount.Type')),
  fields('Source Target', STRING),
  fields('ReadOnly', BOOL),
  fields('Consistency', named('mount.Consistency')),
  fields(
    'BindOptions',
    pointer(
      struct(
        'mount.BindOptions',
        fields('Propagation', named('mount.Propagation')),
        fields('NonRecursive CreateMountpoint', BOOL),
        fields('ReadOnlyNonRecursive ReadOnlyForceRecursive', BOOL),
      ),
    ),
  ),
  fields(
    'VolumeOptions',
    pointer(
      struct(
        'mount.VolumeOptions',
        fields('NoCopy', BOOL),
        fields('Labels', LABELS),
        fields('Subpath', STRING),
        fields(
          'DriverConfig',
          pointer(struct('mount.Driver', fields('Name', STRING), fields('Options', LABELS))),
        ),
      ),
    ),
  ),
  fields('ImageOptions', pointer(struct('mount.ImageOptions', fields('Subpath', STRING)))),
  fields(
    'TmpfsOptions',
    pointer(
      struct('mount.TmpfsOptions', fields('SizeBytes Mode', INT), fields('Options', list(STRINGS))),
    ),
  ),
);

const HOST_CONFIG = struct(
  'container.HostConfig',
  fields('Binds', STRINGS),
  fields('ContainerIDFile', STRING),
  fields(
    'LogConfig',
    struct('container.LogConfig', fields('Type', STRING), fields('Config', LABELS)),
  ),
  fields('NetworkMode', named('container.NetworkMode')),
  fields('PortBindings', PORT_MAP),
  fields(
    'RestartPolicy',
    struct(
      'container.RestartPolicy',
      fields('Name', named('container.RestartPolicyMode')),
      fields('MaximumRetryCount', INT),
    ),
  ),
  fields('AutoRemove', BOOL),
  fields('VolumeDriver', STRING),
  fields('VolumesFrom', STRINGS),
  fields('ConsoleSize', list(INT, '[2]uint')),
  fields('Annotations', LABELS),
  fields('CapAdd CapDrop', list(STRING, 'strslice.StrSlice')),
  fields('CgroupnsMode', named('container.CgroupnsMode')),
  fields('DNS=Dns DNSOptions=DnsOptions DNSSearch=DnsSearch ExtraHosts GroupAdd', STRINGS),
  fields('IpcMode', named('container.IpcMode')),
  fields('Cgroup', named('container.CgroupSpec')),
  fields('Links', STRINGS),
  fields('OomScoreAdj', INT),
  fields('PidMode', named('container.PidMode')),
  fields('Privileged PublishAllPorts ReadonlyRootfs', BOOL),
  fields('SecurityOpt', STRINGS),
  fields('StorageOpt Tmpfs', LABELS),
  fields('UTSMode', named('container.UTSMode')),
  fields('UsernsMode', named('container.UsernsMode')),
  fields('ShmSize', INT),
  fields('Sysctls', LABELS),
  fields('Runtime', STRING),
  fields('Isolation', named('container.Isolation')),
  embedded('Resources', RESOURCES),
  fields('Mounts', list(MOUNT)),
  fields('MaskedPaths ReadonlyPaths', STRINGS),
  fields('Init', pointer(BOOL)),
);

const HEALTH_CONFIG = struct(
  'container.HealthConfig',
  fields('Test', STRINGS),
  fields('Interval Timeout StartPeriod StartInterval Retries', INT),
);

const CONFIG = struct(
  'container.Config',
  fields('Hostname Domainname User', STRING),
  fields('AttachStdin AttachStdout AttachStderr', BOOL),
  fields('ExposedPorts', PORT_SET),
  fields('Tty OpenStdin StdinOnce', BOOL),
  fields('Env', STRINGS),
  fields('Cmd', list(STRING, 'strslice.StrSlice')),
  fields('Healthcheck', pointer(HEALTH_CONFIG)),
  fields('ArgsEscaped', BOOL),
  fields('Image', STRING),
  fields('Volumes', map(EMPTY)),
  fields('WorkingDir', STRING),
  fields('Entrypoint', list(STRING, 'strslice.StrSlice')),
  fields('NetworkDisabled', BOOL),
  fields('MacAddress', STRING),
  fields('OnBuild', STRINGS),
  fields('Labels', LABELS),
  fields('StopSignal', STRING),
  fields('StopTimeout', pointer(INT)),
  fields('Shell', list(STRING, 'strslice.StrSlice')),
);

const OCI_CONFIG = struct(
  'v1.ImageConfig',
  fields('User', STRING),
  fields('ExposedPorts', map(EMPTY)),
  fields('Env Entrypoint Cmd', STRINGS),
  fields('Volumes', map(EMPTY)),
  fields('WorkingDir', STRING),
  fields('Labels', LABELS),
  fields('StopSignal', STRING),
  fields('ArgsEscaped', BOOL),
);

const IMAGE_CONFIG = struct(
  'v1.DockerOCIImageConfig',
  embedded('ImageConfig', OCI_CONFIG),
  embedded(
    'DockerOCIImageConfigExt',
    struct(
      'v1.DockerOCIImageConfigExt',
      fields('Healthcheck', pointer(HEALTH_CONFIG)),
      fields('OnBuild Shell', STRINGS),
    ),
  ),
);

const ENDPOINT = struct(
  'network.EndpointSettings',
  fields(
    'IPAMConfig',
    pointer(
      struct(
        'network.EndpointIPAMConfig',
        fields('IPv4Address IPv6Address', STRING),
        fields('LinkLocalIPs', STRINGS),
      ),
    ),
  ),
  fields('Links Aliases', STRINGS),
  fields('MacAddress', STRING),
  fields('DriverOpts', LABELS),
  fields('GwPriority', INT),
  fields('NetworkID EndpointID Gateway IPAddress', STRING),
  fields('IPPrefixLen', INT),
  fields('IPv6Gateway GlobalIPv6Address', STRING),
  fields('GlobalIPv6PrefixLen', INT),
  fields('DNSNames', STRINGS),
);

const NETWORK_SETTINGS = struct(
  'container.NetworkSettings',
  embedded(
    'NetworkSettingsBase',
    struct(
      'container.NetworkSettingsBase',
      fields('Bridge SandboxID SandboxKey', STRING),
      fields('Ports', PORT_MAP),
      fields('HairpinMode', BOOL),
      fields('LinkLocalIPv6Address', STRING),
      fields('LinkLocalIPv6PrefixLen', INT),
      fields('SecondaryIPAddresses SecondaryIPv6Addresses', list(ANY)),
    ),
  ),
  embedded(
    'DefaultNetworkSettings',
    struct(
      'container.DefaultNetworkSettings',
      fields('EndpointID Gateway GlobalIPv6Address', STRING),
      fields('GlobalIPv6PrefixLen', INT),
      fields('IPAddress', STRING),
      fields('IPPrefixLen', INT),
      fields('IPv6Gateway MacAddress', STRING),
    ),
  ),
  fields('Networks', map(pointer(ENDPOINT))),
);

const MOUNT_POINT = struct(
  'container.MountPoint',
  fields('Type', named('mount.Type')),
  fields('Name Source Destination Driver Mode', STRING),
  fields('RW', BOOL),
  fields('Propagation', named('mount.Propagation')),
);

const GRAPH_DRIVER = struct('storage.DriverData', fields('Data', LABELS), fields('Name', STRING));

const CONTAINER_BASE = struct(
  'container.ContainerJSONBase',
  fields('ID=Id Created Path', STRING),
  fields('Args', STRINGS),
  fields('State', pointer(STATE)),
  fields('Image ResolvConfPath HostnamePath HostsPath LogPath Name', STRING),
  fields('RestartCount', INT),
  fields('Driver Platform MountLabel ProcessLabel AppArmorProfile', STRING),
  fields('ExecIDs', STRINGS),
  fields('HostConfig', pointer(HOST_CONFIG)),
  fields('GraphDriver', GRAPH_DRIVER),
  fields('SizeRw SizeRootFs', pointer(INT)),
);

const CONTAINER = struct(
  'container.InspectResponse',
  embedded('ContainerJSONBase', pointer(CONTAINER_BASE)),
  fields('Mounts', list(MOUNT_POINT)),
  fields('Config', pointer(CONFIG)),
  fields('NetworkSettings', pointer(NETWORK_SETTINGS)),
  fields('ImageManifestDescriptor', pointer(ANY)),
);

const IMAGE = struct(
  'image.InspectResponse',
  fields('ID=Id', STRING),
  fields('RepoTags RepoDigests', STRINGS),
  fields('Parent Comment Created Container', STRING),
  fields('ContainerConfig', pointer(CONFIG)),
  fields('DockerVersion Author', STRING),
  fields('Config', pointer(IMAGE_CONFIG)),
  fields('Architecture Variant Os OsVersion', STRING),
  fields('Size VirtualSize', INT),
  fields('GraphDriver', GRAPH_DRIVER),
  fields('RootFS', struct('image.RootFS', fields('Type', STRING), fields('Layers', STRINGS))),
  fields('Metadata', struct('image.Metadata', fields('LastTagTime', named('time.Time')))),
);

const VOLUME = struct(
  'volume.Volume',
  fields('ClusterVolume', pointer(ANY)),
  fields('CreatedAt Driver', STRING),
  fields('Labels', LABELS),
  fields('Mountpoint Name', STRING),
  fields('Options', LABELS),
  fields('Scope', STRING),
  fields('Status', map(ANY)),
  fields('UsageData', pointer(struct('volume.UsageData', fields('RefCount Size', INT)))),
);

const NETWORK = struct(
  'network.Inspect',
  fields('Name ID=Id', STRING),
  fields('Created', named('time.Time')),
  fields('Scope Driver', STRING),
  fields('EnableIPv4 EnableIPv6', BOOL),
  fields(
    'IPAM',
    struct(
      'network.IPAM',
      fields('Driver', STRING),
      fields('Options', LABELS),
      fields(
        'Config',
        list(
          struct(
            'network.IPAMConfig',
            fields('Subnet IPRange Gateway', STRING),
            fields('AuxAddress=AuxiliaryAddresses', LABELS),
          ),
        ),
      ),
    ),
  ),
  fields('Internal Attachable Ingress', BOOL),
  fields('ConfigFrom', struct('network.ConfigReference', fields('Network', STRING))),
  fields('ConfigOnly', BOOL),
  fields(
    'Containers',
    map(
      struct(
        'network.EndpointResource',
        fields('Name EndpointID MacAddress IPv4Address IPv6Address', STRING),
      ),
    ),
  ),
  fields('Options Labels', LABELS),
  fields('Peers', list(ANY)),
  fields('Services', map(ANY)),
);

/** By the kind of object. The data beside a type is the JSON that the engine's inspect answers. */
export const INSPECT_TYPES = {
  container: CONTAINER,
  image: IMAGE,
  volume: VOLUME,
  network: NETWORK,
} as const satisfies Record<string, GoType>;

export type InspectKind = keyof typeof INSPECT_TYPES;
