import { describe, expect, it } from 'vitest';
import { complete } from '@/lib/engine';
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
  ])('%s → %j', (line, candidates) => {
    expect(after(line)).toEqual(candidates);
  });

  it('says which word it completes', () => {
    expect(complete(sandbox, 'docker rm we', world).word).toBe('we');
  });
});
