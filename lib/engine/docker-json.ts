/**
 * Docker's own JSON where the engine stores it as the API receives and returns it, so that nothing is renamed twice
 * (moby api/swagger.yaml, definitions ImageConfig, ContainerConfig and HostConfig).
 */
export interface HealthConfig {
  readonly Test?: readonly string[];
  /** Nanoseconds, as are the other times. */
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
  readonly Retries?: number;
}

/** The part of a configuration that an image carries. */
export interface ImageConfig {
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, Record<string, never>>>;
  readonly Env?: readonly string[];
  readonly Cmd?: readonly string[] | null;
  readonly Entrypoint?: readonly string[] | null;
  readonly Healthcheck?: HealthConfig;
  readonly Volumes?: Readonly<Record<string, Record<string, never>>>;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly StopSignal?: string;
  readonly OnBuild?: readonly string[];
  readonly Shell?: readonly string[];
}

/** What a container is made with: an image's configuration and the options of `docker create`. */
export interface ContainerConfig extends ImageConfig {
  readonly Hostname?: string;
  readonly Domainname?: string;
  readonly AttachStdin?: boolean;
  readonly AttachStdout?: boolean;
  readonly AttachStderr?: boolean;
  readonly Tty?: boolean;
  readonly OpenStdin?: boolean;
  readonly StdinOnce?: boolean;
  /** The image as it was named when the container was made. */
  readonly Image: string;
  readonly StopTimeout?: number;
}

export interface PortBinding {
  readonly HostIp: string;
  readonly HostPort: string;
}

/** What is asked of a container on one network (moby api/types/network EndpointSettings). */
export interface EndpointSettings {
  readonly IPAMConfig?: {
    readonly IPv4Address?: string;
    readonly IPv6Address?: string;
    readonly LinkLocalIPs?: readonly string[];
  } | null;
  readonly Links?: readonly string[] | null;
  readonly Aliases?: readonly string[] | null;
  /** The hardware address that was asked for. */
  readonly MacAddress?: string;
  readonly DriverOpts?: Readonly<Record<string, string>> | null;
  readonly GwPriority?: number;
  /** The network's id, once the container has been on it. */
  readonly NetworkID?: string;
}

/** The host's side of a container: what `docker create` asks of the machine. */
export interface HostConfig {
  readonly Binds?: readonly string[] | null;
  readonly NetworkMode?: string;
  readonly PortBindings?: Readonly<Record<string, readonly PortBinding[]>>;
  readonly RestartPolicy?: { readonly Name: string; readonly MaximumRetryCount: number };
  readonly AutoRemove?: boolean;
  readonly PublishAllPorts?: boolean;
  readonly ReadonlyRootfs?: boolean;
  readonly Init?: boolean | null;
  readonly Memory?: number;
  readonly MemorySwap?: number;
  readonly NanoCpus?: number;
  readonly CpuShares?: number;
  readonly PidsLimit?: number | null;
  readonly Privileged?: boolean;
  readonly Tmpfs?: Readonly<Record<string, string>>;
  readonly ExtraHosts?: readonly string[];
  readonly Dns?: readonly string[];
  readonly CapAdd?: readonly string[] | null;
  readonly CapDrop?: readonly string[] | null;
  readonly [more: string]: unknown;
}
