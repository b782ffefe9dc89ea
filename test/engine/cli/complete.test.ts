import { describe, expect, it } from 'vitest';
import { complete, typeLine } from '@/lib/engine';
import { session } from '../support/course';

const { sandbox, world } = session(
  [
    'docker run -d --name web nginx',
    'docker create --name box busybox',
    'docker volume create data',
  ],
  { images: ['nginx', 'busybox'] },
);

const after = (line: string): readonly string[] => complete(sandbox, line, world).candidates;

describe('complete', () => {
  it.each([
    ['do', ['docker']],
    ['docker vo', ['volume']],
    ['docker volume r', ['remove', 'rm']],
    ['docker stop ', ['web']],
    ['docker start ', ['box']],
    ['docker rm b', ['box']],
    ['docker container logs -f w', ['web']],
    ['docker run --restart ', ['always', 'no', 'on-failure', 'unless-stopped']],
    ['docker run --restart=un', ['--restart=unless-stopped']],
    ['docker run -d --name x ngi', ['nginx']],
    ['docker run -d nginx b', []],
    ['docker run nginx --n', []],
    ['docker rename box w', []],
    ['docker volume rm ', ['data']],
    ['docker logs --ti', ['--timestamps']],
    ['docker ps; docker rmi bu', ['busybox']],
    ['docker rm -f $(docker ps --fil', ['--filter']],
    ['docker nosuch ', []],
    ['ls ', []],
    ['hostna', ['hostname']],
    ['cat ../lear', ['../learner/']],
    ['cat /etc/host', ['/etc/hostname', '/etc/hosts']],
    ['docker cp /etc/hosta', []],
  ])('%s → %j', (line, candidates) => {
    expect(after(line)).toEqual(candidates);
  });

  it('says which word it completes', () => {
    expect(complete(sandbox, 'docker rm we', world).word).toBe('we');
  });
});

describe("in a container's shell", () => {
  const inside = (...lines: readonly string[]) =>
    lines.reduce((state, line) => typeLine(state, line, world).sandbox, sandbox);

  it('completes its programs and its files', () => {
    const shell = inside('docker run -it --name sh busybox sh', 'mkdir -p /srv/pages', 'cd /srv');
    const words = (line: string) => complete(shell, line, world).candidates;
    expect(words('unam')).toEqual(['uname']);
    expect(words('ls pa')).toEqual(['pages/']);
    expect(words('ls /sr')).toEqual(['/srv/']);
    expect(words('echo hi; cat /etc/host')).toEqual(['/etc/hostname', '/etc/hosts']);
    expect(words('docker ps --al')).toEqual([]);
  });

  it('completes nothing where a question or a program stands', () => {
    const asked = inside('docker system prune');
    expect(complete(asked, 'do', world).candidates).toEqual([]);
    const reading = inside('docker run -i --name cat busybox cat');
    expect(complete(reading, 'l', world).candidates).toEqual([]);
  });
});
