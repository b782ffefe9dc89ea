import type { PageData } from '@/lib/engine';

/** The help of the commands of `swarm`; `index.ts` says where it comes from. */
export const swarmPages = {
  'swarm init': {
    usage: '[OPTIONS]',
    about: 'Initialize a swarm',
    options: `      --advertise-addr string                  Advertised address
                                               (format:
                                               "<ip|interface>[:port]")
      --autolock                               Enable manager autolocking
                                               (requiring an unlock key
                                               to start a stopped manager)
      --availability string                    Availability of the node
                                               ("active", "pause",
                                               "drain") (default "active")
      --cert-expiry duration                   Validity period for node
                                               certificates
                                               (ns|us|ms|s|m|h) (default
                                               2160h0m0s)
      --data-path-addr string                  Address or interface to
                                               use for data path traffic
                                               (format: "<ip|interface>")
      --data-path-port uint32                  Port number to use for
                                               data path traffic (1024 -
                                               49151). If no value is set
                                               or is set to 0, the
                                               default port (4789) is used.
      --default-addr-pool ipNetSlice           default address pool in
                                               CIDR format (default [])
      --default-addr-pool-mask-length uint32   default address pool
                                               subnet mask length (default 24)
      --dispatcher-heartbeat duration          Dispatcher heartbeat
                                               period (ns|us|ms|s|m|h)
                                               (default 5s)
      --external-ca external-ca                Specifications of one or
                                               more certificate signing
                                               endpoints
      --force-new-cluster                      Force create a new cluster
                                               from current state
      --listen-addr node-addr                  Listen address (format:
                                               "<ip|interface>[:port]")
                                               (default 0.0.0.0:2377)
      --max-snapshots uint                     Number of additional Raft
                                               snapshots to retain
      --snapshot-interval uint                 Number of log entries
                                               between Raft snapshots
                                               (default 10000)
      --task-history-limit int                 Task history retention
                                               limit (default 5)`,
  },
  'swarm join': {
    usage: '[OPTIONS] HOST:PORT',
    about: 'Join a swarm as a node and/or manager',
    options: `      --advertise-addr string   Advertised address (format:
                                "<ip|interface>[:port]")
      --availability string     Availability of the node ("active",
                                "pause", "drain") (default "active")
      --data-path-addr string   Address or interface to use for data path
                                traffic (format: "<ip|interface>")
      --listen-addr node-addr   Listen address (format:
                                "<ip|interface>[:port]") (default
                                0.0.0.0:2377)
      --token string            Token for entry into the swarm`,
  },
  'swarm ca': {
    usage: '[OPTIONS]',
    about: 'Display and rotate the root CA',
    options: `      --ca-cert pem-file          Path to the PEM-formatted root CA
                                  certificate to use for the new cluster
      --ca-key pem-file           Path to the PEM-formatted root CA key
                                  to use for the new cluster
      --cert-expiry duration      Validity period for node certificates
                                  (ns|us|ms|s|m|h) (default 2160h0m0s)
  -d, --detach                    Exit immediately instead of waiting for
                                  the root rotation to converge
      --external-ca external-ca   Specifications of one or more
                                  certificate signing endpoints
  -q, --quiet                     Suppress progress output
      --rotate                    Rotate the swarm CA - if no certificate
                                  or key are provided, new ones will be
                                  generated`,
  },
  'swarm join-token': {
    usage: '[OPTIONS] (worker|manager)',
    about: 'Manage join tokens',
    options: `  -q, --quiet    Only display token
      --rotate   Rotate join token`,
  },
  'swarm leave': {
    usage: '[OPTIONS]',
    about: 'Leave the swarm',
    options: '  -f, --force   Force this node to leave the swarm, ignoring warnings',
  },
  'swarm unlock': {
    usage: '',
    about: 'Unlock swarm',
    options: '',
  },
  'swarm unlock-key': {
    usage: '[OPTIONS]',
    about: 'Manage the unlock key',
    options: `  -q, --quiet    Only display token
      --rotate   Rotate unlock key`,
  },
  'swarm update': {
    usage: '[OPTIONS]',
    about: 'Update the swarm',
    options: `      --autolock                        Change manager autolocking
                                        setting (true|false)
      --cert-expiry duration            Validity period for node
                                        certificates (ns|us|ms|s|m|h)
                                        (default 2160h0m0s)
      --dispatcher-heartbeat duration   Dispatcher heartbeat period
                                        (ns|us|ms|s|m|h) (default 5s)
      --external-ca external-ca         Specifications of one or more
                                        certificate signing endpoints
      --max-snapshots uint              Number of additional Raft
                                        snapshots to retain
      --snapshot-interval uint          Number of log entries between
                                        Raft snapshots (default 10000)
      --task-history-limit int          Task history retention limit
                                        (default 5)`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
