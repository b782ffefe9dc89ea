import { describe, expect, it } from 'vitest';
import { replay } from '@/scripts/shell/replay';
import { session } from '../support/course';
import { transcriptCatalogue } from '../support/transcript-catalogue';

const images = ['busybox', 'registry:2', 'nginx'];
const run = 'docker run -d -p 5000:5000 --name registry -v kept:/var/lib/registry registry:2';
const tag = 'docker tag busybox localhost:5000/box';
const push = 'docker push localhost:5000/box';
const REFUSED =
  'Get "http://localhost:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused\n';

describe('a registry in a container', () => {
  it('takes and gives images at its published port', () => {
    const lines = [
      run,
      tag,
      push,
      'docker rmi localhost:5000/box',
      'docker pull localhost:5000/box',
    ];
    const { runs } = session(lines, { images });
    expect(runs[2]?.stdout).toContain(': Pushed\nlatest: digest: sha256:');
    expect(runs[4]?.stdout).toContain(
      'Status: Downloaded newer image for localhost:5000/box:latest\n',
    );
  });

  it('does not tell which image another one was made from', () => {
    const made = [
      'docker run --name box busybox touch /new',
      'docker commit box localhost:5000/box',
      'docker rm box',
    ];
    const parent = "docker inspect -f '{{len .Parent}}' localhost:5000/box";
    const pulled = ['docker rmi localhost:5000/box', 'docker pull localhost:5000/box'];
    const { runs, last } = session([run, ...made, parent, push, ...pulled, parent], { images });
    expect([runs[4]?.stdout, last.stdout]).toEqual(['71\n', '0\n']);
    const removed = [...made, push, ...pulled, 'docker rmi busybox', 'docker images -q busybox'];
    expect(session([run, ...removed], { images }).last.stdout).toBe('');
  });

  it.each([
    ['is not running', [tag, push]],
    ['has been stopped', [run, tag, 'docker stop registry', push]],
    ['publishes no port', [run.replace('-p 5000:5000 ', ''), tag, push]],
  ])('is not there when it %s', (_case, lines) => {
    const { last } = session(lines, { images });
    expect([last.stderr, last.exitCode]).toEqual([REFUSED, 1]);
  });

  it('does not have what was never pushed to it', () => {
    const { last } = session([run, 'docker pull localhost:5000/none'], { images });
    expect(last.stderr).toBe(
      'Error response from daemon: manifest for localhost:5000/none:latest not found: manifest unknown: manifest unknown\n',
    );
  });

  it('keeps its images as long as its volume', () => {
    const again = run.replaceAll('5000:5000', '5001:5000').replace('--name registry', '--name two');
    const lines = [
      run,
      tag,
      push,
      'docker rm -f registry',
      again,
      'docker pull localhost:5001/box',
    ];
    expect(session(lines, { images }).last.exitCode).toBe(0);
    const without = lines.map((line) => line.replace('-v kept:/var/lib/registry ', ''));
    expect(session(without, { images }).last.exitCode).toBe(1);
  });

  it('tells what it holds', () => {
    const lines = [run, tag, push];
    const catalogue = session([...lines, 'curl localhost:5000/v2/_catalog'], { images });
    expect(catalogue.last.stdout).toBe('{"repositories":["box"]}\n');
    const tags = session([...lines, 'curl -s localhost:5000/v2/box/tags/list'], { images });
    expect(tags.last.stdout).toBe('{"name":"box","tags":["latest"]}\n');
  });

  it('is what its image runs; other commands run in its place', () => {
    const { last } = session(['docker run --rm registry:2 ls /etc/docker/registry'], { images });
    expect(last.stdout).toBe('config.yml\n');
  });
});

describe('a registry on this machine that the world has', () => {
  it('answers as localhost too', () => {
    const pushed = '127.0.0.1:5000/me/box';
    const lines = [
      `docker tag busybox ${pushed}`,
      `docker push -q ${pushed}`,
      'docker pull -q localhost:5000/me/box',
      'docker pull localhost:5000/me/box:2',
    ];
    const steps = lines.map((cmd) => ({ cmd }));
    const images = ['busybox:latest'];
    const runs = replay({ id: 'local', images, files: {}, steps }, transcriptCatalogue());
    expect(runs[2]?.stdout).toBe('localhost:5000/me/box:latest\n');
    expect(runs[3]?.stderr).toBe(
      'Error response from daemon: manifest for localhost:5000/me/box:2 not found: manifest unknown: manifest unknown\n',
    );
  });
});
