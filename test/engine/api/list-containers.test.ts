import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const made = [
  'docker create --name made --expose 9000 -p 8080:80 busybox sleep 100',
  'docker run -d --name runs --expose 7000-7002 -p 9090:6379 -p 9091:53/udp busybox sleep 100',
];

function listed(filter: string): string {
  const list = `docker ps -a --filter ${filter} --format '{{.Names}}'`;
  const { last } = session([...made, list], { images: ['busybox'] });
  return last.stdout + last.stderr;
}

describe('ports by which containers are listed', () => {
  it.each(['expose=9000', 'expose=80', 'publish=8080', 'publish=80'])(
    'are none while a container does not run: %s',
    (filter) => {
      expect(listed(filter)).toBe('');
    },
  );

  it.each(['expose=7001', 'expose=6379', 'publish=9090', 'publish=9091/udp', 'publish=9000-9100'])(
    'are those of a container that runs: %s',
    (filter) => {
      expect(listed(filter)).toBe('runs\n');
    },
  );

  it('are looked for with their protocol', () => {
    expect(listed('publish=9091')).toBe('');
  });

  it('are published or exposed where both are asked for', () => {
    expect(listed('publish=1 --filter expose=7000')).toBe('runs\n');
  });

  it('are at most 65535', () => {
    expect(listed('expose=99999')).toBe(
      'Error response from daemon: error while looking up for expose 99999: strconv.ParseUint: parsing "99999": value out of range\n',
    );
  });
});
