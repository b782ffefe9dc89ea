import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deserialise, serialise } from '@/lib/engine';
import { endpointsOf } from '@/lib/engine/network/endpoints';
import { session } from '../support/course';

const images = ['busybox', 'nginx'];

/** What the last of some lines printed, errors too. */
function lastOf(...lines: readonly string[]): string {
  const { last } = session(lines, { images });
  return last.stdout + last.stderr;
}

const busy = (name: string, options = ''): string =>
  `docker run -d --name ${name} ${options} busybox sleep 1000`;
const address = (name: string): string =>
  `docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' ${name}`;

describe('docker network create', () => {
  it.each([
    [
      '--subnet 10.0.0.0',
      'invalid network config:\ninvalid subnet 10.0.0.0: invalid CIDR block notation',
    ],
    ['--subnet 10.0.0.0/24 --subnet 10.0.1.0/24', "bridge driver doesn't support multiple subnets"],
    [
      '-o com.docker.network.driver.mtu=x',
      'failed to parse com.docker.network.driver.mtu value: x (strconv.Atoi: parsing "x": invalid syntax)',
    ],
    ['-o com.docker.network.driver.mtu=-1', 'invalid MTU number: -1'],
    [
      '-o com.docker.network.bridge.enable_icc=maybe',
      'failed to parse com.docker.network.bridge.enable_icc value: maybe (strconv.ParseBool: parsing "maybe": invalid syntax)',
    ],
    [
      '--subnet 10.0.0.5/24',
      'invalid network config:\ninvalid subnet 10.0.0.5/24: it should be 10.0.0.0/24',
    ],
    [
      '--subnet 172.17.5.0/24',
      'invalid pool request: Pool overlaps with other one on this address space',
    ],
    [
      '-d overlay',
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    ],
    ['-d host', 'only one instance of "host" network is allowed'],
    ['-d nope', 'plugin "nope" not found'],
    ['--ipv4=false', 'IPv4 or IPv6 must be enabled'],
    ['--config-from nope', 'configuration network "nope" does not exist'],
  ])('%s: the engine refuses', (options, reason) => {
    expect(lastOf(`docker network create ${options} net`)).toBe(
      `Error response from daemon: ${reason}\n`,
    );
  });

  it.each([
    ['--gateway 10.0.0.1', 'every ip-range or gateway must have a corresponding subnet'],
    ['--subnet 10.0.0.0/24 --gateway 10.1.0.1', 'no matching subnet for gateway 10.1.0.1'],
    ['--subnet 10.0.0.0/24 --ip-range 10.1.0.0/28', 'no matching subnet for range 10.1.0.0/28'],
    [
      '--subnet 10.0.0.0/24 --aux-address a=10.1.0.3',
      'no matching subnet for aux-address 10.1.0.3',
    ],
    [
      '--subnet 10.0.0.0/16 --subnet 10.0.1.0/24',
      'multiple overlapping subnet configuration is not supported',
    ],
  ])('%s: the client refuses', (options, reason) => {
    expect(lastOf(`docker network create ${options} net`)).toBe(`${reason}\n`);
  });

  it('chooses the next free block, and a block that became free again', () => {
    const show = `docker network inspect -f '{{range .IPAM.Config}}{{.Subnet}} {{.Gateway}}{{end}}'`;
    expect(lastOf('docker network create n1', 'docker network create n2', `${show} n2`)).toBe(
      '172.19.0.0/16 172.19.0.1\n',
    );
    const again = ['docker network rm n1', 'docker network create n3', `${show} n3`];
    expect(lastOf('docker network create n1', 'docker network create n2', ...again)).toBe(
      '172.18.0.0/16 172.18.0.1\n',
    );
  });

  it('runs out of blocks after thirty', () => {
    const lines = Array.from({ length: 31 }, (_, i) => `docker network create net${i}`);
    expect(lastOf(...lines)).toBe(
      'Error response from daemon: all predefined address pools have been fully subnetted\n',
    );
  });
});

describe('addresses of containers', () => {
  it('come from the range, past the gateway and what is kept for others', () => {
    const create =
      'docker network create --subnet 10.0.0.0/24 --ip-range 10.0.0.16/30 --gateway 10.0.0.17 --aux-address nas=10.0.0.16 net';
    expect(lastOf(create, busy('aa', '--network net'), address('aa'))).toBe('10.0.0.18 \n');
  });

  it('may be asked for once, and only of blocks that were asked for', () => {
    const create = 'docker network create --subnet 10.0.0.0/24 net';
    expect(lastOf(create, busy('aa', '--network net --ip 10.0.0.9'), address('aa'))).toBe(
      '10.0.0.9 \n',
    );
    const twice = [
      busy('aa', '--network net --ip 10.0.0.9'),
      busy('bb', '--network net --ip 10.0.0.9'),
    ];
    expect(lastOf(create, ...twice)).toContain(
      'failed to set up container networking: Address already in use',
    );
    expect(lastOf(create, busy('aa', '--network net --ip 10.9.0.9'))).toContain(
      'invalid config for network net: invalid endpoint settings:\nno configured subnet or ip-range contain the IP address 10.9.0.9',
    );
    expect(
      lastOf('docker network create net', busy('aa', '--network net --ip 172.18.0.9')),
    ).toContain(
      'user specified IP address is supported only when connecting to networks with user configured subnets',
    );
    expect(lastOf(busy('aa', '--ip 172.17.0.9'))).toContain(
      'user specified IP address is supported on user defined networks only',
    );
  });

  it('are unique on each network whatever is started, connected, disconnected and stopped', () => {
    const names = ['aa', 'bb', 'cc'];
    const nets = ['bridge', 'n1', 'n2'];
    const line = fc
      .tuple(fc.nat(5), fc.constantFrom(...names), fc.constantFrom(...nets))
      .map(
        ([verb, name, net]) =>
          [
            busy(name, `--network ${net}`),
            `docker network connect ${net} ${name}`,
            `docker network disconnect ${net} ${name}`,
            `docker stop -t 0 ${name}`,
            `docker start ${name}`,
            `docker rm -f ${name}`,
          ][verb] ?? '',
      );
    fc.assert(
      fc.property(fc.array(line, { minLength: 4, maxLength: 14 }), (lines) => {
        const made = ['docker network create n1', 'docker network create n2'];
        const { sandbox } = session([...made, ...lines], { images });
        const taken = sandbox.containers.values().flatMap((container) =>
          endpointsOf(container)
            .filter((endpoint) => endpoint.address !== '')
            .map((endpoint) => `${endpoint.network}/${endpoint.address}`),
        );
        expect(new Set(taken).size).toBe(taken.length);
        const known = [...sandbox.holdings.members].length + [...sandbox.holdings.addresses].length;
        expect(known).toBe(taken.length);
        expect(serialise(deserialise(serialise(sandbox)))).toBe(serialise(sandbox));
      }),
      { numRuns: 40 },
    );
  });
});

describe('names', () => {
  const web = 'docker run -d --name web --network net --network-alias site nginx';
  const get = (host: string, network: string): string =>
    `docker run --rm --network ${network} busybox wget -q -O - ${host}`;

  it.each(['web', 'site', 'web.net', 'WEB'])('%s is known on its own network', (name) => {
    expect(lastOf('docker network create net', web, get(name, 'net'))).toContain(
      'Welcome to nginx',
    );
  });

  it('are unknown on the default bridge, where the address serves', () => {
    expect(lastOf('docker run -d --name web nginx', get('web', 'bridge'))).toBe(
      "wget: bad address 'web'\n",
    );
    expect(lastOf('docker run -d --name web nginx', get('172.17.0.2', 'bridge'))).toContain(
      'nginx',
    );
  });

  it('a link makes one known on the default bridge', () => {
    const linked = 'docker run --rm --link web:shop busybox wget -q -O - shop';
    expect(lastOf('docker run -d --name web nginx', linked)).toContain('Welcome to nginx');
  });

  it('another network is out of reach, by address too', () => {
    const networks = ['docker network create net', 'docker network create other', web];
    expect(lastOf(...networks, get('web', 'other'))).toBe("wget: bad address 'web'\n");
    expect(lastOf(...networks, get('172.18.0.2', 'other'))).toBe(
      "wget: can't connect to remote host (172.18.0.2): Operation timed out\n",
    );
  });

  it('localhost is the container itself, also for one that shares its network', () => {
    const published = 'docker run -d --name web -p 8080:80 nginx';
    expect(lastOf(published, get('localhost:8080', 'bridge'))).toContain('Connection refused');
    expect(lastOf(published, get('localhost', 'container:web'))).toContain('Welcome to nginx');
    expect(lastOf(published, get('localhost:8080', 'host'))).toContain('Welcome to nginx');
    expect(lastOf(published, 'curl -s localhost:8080')).toContain('Welcome to nginx');
  });
});

describe('docker network rm, connect and disconnect', () => {
  it('refuse what is in use, unknown or not to be removed', () => {
    const used = [
      'docker network create net',
      busy('aa', '--network net'),
      'docker network rm net',
    ];
    expect(lastOf(...used)).toMatch(
      /^Error response from daemon: error while removing network: network net has active endpoints \(name:"aa" id:"[0-9a-f]{12}"\)\nexit status 1\n$/,
    );
    expect(lastOf('docker network rm -f nope')).toBe('');
    expect(lastOf('docker network rm none')).toContain('pre-defined network');
    expect(lastOf(busy('aa'), 'docker network connect host aa')).toContain(
      'cannot connect container to host network - container must be created in host network mode',
    );
    expect(
      lastOf(
        'docker network create net',
        busy('aa', '--network none'),
        'docker network connect net aa',
      ),
    ).toContain('networks in private (none) mode');
  });

  it('a stopped container takes the network when it starts', () => {
    const lines = [
      'docker network create net',
      'docker create --name aa busybox sleep 1000',
      'docker network connect net aa',
      'docker start aa',
    ];
    expect(lastOf(...lines, address('aa'))).toBe('172.17.0.2 172.18.0.2 \n');
  });

  it('published ports leave with the network they were on, and come with the next', () => {
    const lines = [
      'docker network create net',
      'docker run -d --name web -p 8080:80 nginx',
      'docker network disconnect bridge web',
    ];
    expect(lastOf(...lines, 'docker port web')).toBe('');
    expect(lastOf(...lines, 'docker network connect net web', 'docker port web 80')).toContain(
      '0.0.0.0:8080',
    );
  });
});

describe('a bridge that cannot be made', () => {
  it.each([
    ['-o com.docker.network.driver.mtu=70000', /^Error response from daemon: invalid argument\n$/],
    [
      '-o com.docker.network.bridge.name=a-name-too-long1',
      /^Error response from daemon: numerical result out of range\n$/,
    ],
    [
      '-o com.docker.network.bridge.name=docker0',
      /^Error response from daemon: cannot create network [0-9a-f]{64} \(docker0\): conflicts with network [0-9a-f]{64} \(docker0\): networks have same bridge name\n$/,
    ],
    [
      '--subnet 10.5.0.0/16 --gateway 10.5.0.0',
      /^Error response from daemon: failed to allocate gateway \(10\.5\.0\.0\): Address already in use\n$/,
    ],
    [
      '--subnet 10.6.0.0/24 --gateway 10.6.0.255',
      /^Error response from daemon: failed to allocate gateway \(10\.6\.0\.255\): Address already in use\n$/,
    ],
  ])('%s', (options, refusal) => {
    expect(lastOf(`docker network create ${options} net`)).toMatch(refusal);
  });
});

describe('a network of its own making', () => {
  it('gives its cards the length of packets that it was told', () => {
    expect(
      lastOf(
        'docker network create -o com.docker.network.driver.mtu=1400 small',
        'docker run --rm --network small busybox cat /sys/class/net/eth0/mtu',
      ),
    ).toBe('1400\n');
  });

  it('takes an address of its subnet that lies outside of the range it gives out', () => {
    expect(
      lastOf(
        'docker network create --subnet 10.5.0.0/24 --ip-range 10.5.0.128/25 ranged',
        'docker run --rm --network ranged --ip 10.5.0.9 busybox hostname -i',
      ),
    ).toBe('10.5.0.9\n');
  });

  it('tells the blocks that were asked for before those that Docker chose', () => {
    expect(
      lastOf(
        'docker network create --ipv6 --subnet fd00:1::/64 six',
        "docker network inspect -f '{{range .IPAM.Config}}{{.Subnet}} {{end}}' six",
      ),
    ).toMatch(/^fd00:1::\/64 172\./);
  });

  it('says by its name and id that its addresses are all given away', () => {
    expect(
      lastOf(
        'docker network create --subnet 10.1.2.0/30 tiny',
        busy('one', '--network tiny'),
        busy('two', '--network tiny'),
      ),
    ).toMatch(
      /failed to set up container networking: no available IPv4 addresses on this network's address pools: tiny \([0-9a-f]{64}\)/,
    );
  });

  it('hands the published ports on to the next one when it is left', () => {
    expect(
      lastOf(
        'docker network create app',
        'docker network create back',
        'docker run -d --name web --network app -p 8080:80 nginx',
        'docker network connect back web',
        'docker network disconnect app web',
        'docker port web 80',
      ),
    ).toBe('0.0.0.0:8080\n[::]:8080\n');
  });
});

describe('names and kinds of networks', () => {
  it('keep an address for any name', () => {
    const make =
      'docker network create --subnet 10.50.0.0/24 --aux-address a=10.50.0.5 --aux-address __proto__=10.50.0.6 n1';
    const show =
      "docker network inspect -f '{{json (index .IPAM.Config 0).AuxiliaryAddresses}}' n1";
    expect(lastOf(make, show)).toBe('{"__proto__":"10.50.0.6","a":"10.50.0.5"}\n');
  });

  it('take no container onto a network that is only a configuration', () => {
    const make = 'docker network create --config-only co';
    expect(lastOf(make, 'docker run --rm --network co busybox true').split('\n')[0]).toBe(
      'docker: Error response from daemon: failed to set up container networking: cannot create endpoint on configuration-only network',
    );
  });

  it('show links of the default bridge with both names, and elsewhere none', () => {
    const links = "docker inspect -f '{{json .HostConfig.Links}}' web";
    const linked = (network: string) =>
      lastOf(
        'docker network create app',
        busy('db', `--network ${network}`),
        busy('web', `--network ${network} --link db:store`),
        links,
      );
    expect(linked('bridge')).toBe('["/db:/web/store"]\n');
    expect(linked('app')).toBe('null\n');
  });
});

describe('none beside another network', () => {
  it.each(['--network bridge --network none', '--network none --network bridge'])(
    '%s does not start',
    (networks) => {
      const { last } = session([`docker run --rm ${networks} busybox true`], {
        images: ['busybox'],
      });
      expect(last.stderr).toContain(
        'failed to set up container networking: container cannot be connected to multiple networks with one of the networks in private (none) mode\n',
      );
      expect(last.exitCode).toBe(125);
    },
  );
});
