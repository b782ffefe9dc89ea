import { describe, expect, it } from 'vitest';
import { chooseBuilder } from '@/lib/engine/cli/choose-builder';
import { session } from '../support/course';

const BROKEN = `ERROR: BuildKit is enabled but the buildx component is missing or broken.
       Install the buildx component to build images with BuildKit:
       https://docs.docker.com/go/buildx/
`;

describe('the variable DOCKER_BUILDKIT', () => {
  it('refuses every command when it is no truth value', () => {
    const { last } = session(['DOCKER_BUILDKIT=x docker ps']);
    expect([last.stdout, last.stderr, last.exitCode]).toEqual([
      '',
      'DOCKER_BUILDKIT environment variable expects boolean value: strconv.ParseBool: parsing "x": invalid syntax\n',
      1,
    ]);
  });

  it('asks for a component that is not there when it is true, of builds alone', () => {
    const { runs } = session([
      'DOCKER_BUILDKIT=1 docker build .',
      'DOCKER_BUILDKIT=true docker image build .',
      'DOCKER_BUILDKIT=1 docker ps -q',
    ]);
    expect(runs.map(({ stderr }) => stderr)).toEqual([BROKEN, BROKEN, '']);
  });

  it.each([
    ['0', 'BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0'],
    ['', 'Install the buildx component to build images with BuildKit:'],
  ])('set to "%s" says why the old builder works', (value, reason) => {
    const { warning, error } = chooseBuilder({ DOCKER_BUILDKIT: value }, true);
    expect([error, warning.split('\n')[1]?.trim()]).toEqual([null, reason]);
  });
});
