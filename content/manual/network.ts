import type { PageData } from '@/lib/engine';

/** The help of the commands of `network`; `index.ts` says where it comes from. */
export const networkPages = {
  'network connect': {
    usage: '[OPTIONS] NETWORK CONTAINER',
    about: 'Connect a container to a network',
    options: `      --alias strings           Add network-scoped alias for the container
      --driver-opt strings      driver options for the network
      --gw-priority int         Highest gw-priority provides the default
                                gateway. Accepts positive and negative values.
      --ip string               IPv4 address (e.g., "172.30.100.104")
      --ip6 string              IPv6 address (e.g., "2001:db8::33")
      --link list               Add link to another container
      --link-local-ip strings   Add a link-local address for the container`,
  },
  'network create': {
    usage: '[OPTIONS] NETWORK',
    about: 'Create a network',
    options: `      --attachable           Enable manual container attachment
      --aux-address map      Auxiliary IPv4 or IPv6 addresses used by
                             Network driver (default map[])
      --config-from string   The network from which to copy the configuration
      --config-only          Create a configuration only network
  -d, --driver string        Driver to manage the Network (default "bridge")
      --gateway strings      IPv4 or IPv6 Gateway for the master subnet
      --ingress              Create swarm routing-mesh network
      --internal             Restrict external access to the network
      --ip-range strings     Allocate container ip from a sub-range
      --ipam-driver string   IP Address Management Driver (default "default")
      --ipam-opt map         Set IPAM driver specific options (default map[])
      --ipv4                 Enable or disable IPv4 address assignment
                             (default true)
      --ipv6                 Enable or disable IPv6 address assignment
      --label list           Set metadata on a network
  -o, --opt map              Set driver specific options (default map[])
      --scope string         Control the network's scope
      --subnet strings       Subnet in CIDR format that represents a
                             network segment`,
  },
  'network disconnect': {
    usage: '[OPTIONS] NETWORK CONTAINER',
    about: 'Disconnect a container from a network',
    options: `  -f, --force   Force the container to disconnect from a network`,
  },
  'network inspect': {
    usage: '[OPTIONS] NETWORK [NETWORK...]',
    about: 'Display detailed information on one or more networks',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates
  -v, --verbose         Verbose output for diagnostics`,
  },
  'network ls': {
    usage: '[OPTIONS]',
    about: 'List networks',
    options: `  -f, --filter filter   Provide filter values (e.g. "driver=bridge")
      --format string   Format output using a custom template:
                        'table':            Print output in table format
                        with column headers (default)
                        'table TEMPLATE':   Print output in table format
                        using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates
      --no-trunc        Do not truncate the output
  -q, --quiet           Only display network IDs`,
  },
  'network prune': {
    usage: '[OPTIONS]',
    about: 'Remove all unused networks',
    options: `      --filter filter   Provide filter values (e.g. "until=<timestamp>")
  -f, --force           Do not prompt for confirmation`,
  },
  'network rm': {
    usage: 'NETWORK [NETWORK...]',
    about: 'Remove one or more networks',
    options: `  -f, --force   Do not error if the network does not exist`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
