import { networkId } from './bridge';

/** A block of addresses of a network (moby network.IPAMConfig). An empty text is a member that was not given. */
export interface AddressPool {
  /** `172.18.0.0/16` */
  readonly subnet: string;
  readonly gateway: string;
  /** The part of the subnet that containers get their addresses from. */
  readonly range: string;
  /** Addresses kept for others, by name. */
  readonly reserved: Readonly<Record<string, string>>;
  /** The gateway was asked for: `inspect` keeps silent about one that Docker chose in a block that was asked for. */
  readonly gatewayAsked: boolean;
  /** Asked for, and not one of Docker's own choice: only here may a container ask for an address. */
  readonly asked: boolean;
}

/** A network of the host (moby libnetwork.Network). */
export interface Network {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly created: number;
  /** `bridge`, `host`, `null`, `macvlan`, `ipvlan`. */
  readonly driver: string;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ipv4: boolean;
  readonly ipv6: boolean;
  readonly pools: readonly AddressPool[];
  readonly ipamDriver: string;
  readonly ipamOptions: Readonly<Record<string, string>> | null;
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Holds a configuration for other networks and no containers. */
  readonly configOnly: boolean;
  /** The network whose configuration this one was made with. */
  readonly configFrom: string;
}

const bridgeOptions: Readonly<Record<string, string>> = {
  'com.docker.network.bridge.default_bridge': 'true',
  'com.docker.network.bridge.enable_icc': 'true',
  'com.docker.network.bridge.enable_ip_masquerade': 'true',
  'com.docker.network.bridge.host_binding_ipv4': '0.0.0.0',
  'com.docker.network.bridge.name': 'docker0',
  'com.docker.network.driver.mtu': '1500',
};

/** The names of the networks that every host has; nobody can make or remove them. */
export const PREDEFINED: readonly string[] = ['bridge', 'host', 'none'];

/** The networks that every host has from the start. */
export function predefinedNetworks(now: number): readonly Network[] {
  return PREDEFINED.map((name) => ({
    id: networkId(name),
    name,
    created: now,
    driver: name === 'none' ? 'null' : name,
    internal: false,
    attachable: false,
    ipv4: true,
    ipv6: false,
    pools:
      name === 'bridge'
        ? [
            {
              subnet: '172.17.0.0/16',
              gateway: '172.17.0.1',
              range: '',
              reserved: {},
              gatewayAsked: false,
              asked: false,
            },
          ]
        : [],
    ipamDriver: 'default',
    ipamOptions: null,
    options: name === 'bridge' ? bridgeOptions : {},
    labels: {},
    configOnly: false,
    configFrom: '',
  }));
}

/** Is a network mode the name of a network that somebody made (moby api/types/container NetworkMode.IsUserDefined)? */
export function isUserDefined(mode: string): boolean {
  return !['', 'default', 'bridge', 'host', 'none'].includes(mode) && !isContainerMode(mode);
}

/** `container:NAME`: the network of another container. */
export function isContainerMode(mode: string): boolean {
  return mode.startsWith('container:');
}

/** The name of the network that a mode stands for. */
export function networkNameOf(mode: string | undefined): string {
  return mode === undefined || mode === '' || mode === 'default' ? 'bridge' : mode;
}
