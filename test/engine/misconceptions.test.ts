import { describe, expect, it } from 'vitest';
import { misconceptionIds, misconceptions, type MisconceptionId } from '@/lib/engine';
import { session, shown } from './support/course';

/** For each belief a session in which its engine shows something else, and one in which it shows what Docker shows. */
interface Case {
  readonly tells: readonly string[];
  readonly agrees: readonly string[];
}

const run = 'docker run -d --name web -p 8080:80 nginx';

const cases: Readonly<Record<MisconceptionId, Case>> = {
  'container-is-vm': {
    tells: ['docker run --rm busybox uname -r'],
    agrees: ['docker run --rm busybox uname -s'],
  },
  'image-runs': {
    tells: ['docker start nginx', 'docker ps'],
    agrees: [run, 'docker stop web', 'docker start web'],
  },
  'edits-change-image': {
    tells: [
      'docker run --name one busybox touch /new',
      'docker rm one',
      'docker run --rm busybox ls /new',
    ],
    agrees: ['docker run --name one busybox touch /new', 'docker start -a one'],
  },
  'containers-share-files': {
    tells: [
      run,
      'docker run -d --name web2 nginx',
      'docker exec web touch /new',
      'docker exec web2 ls /new',
    ],
    agrees: [run, 'docker exec web touch /new', 'docker exec web ls /new'],
  },
  'stop-wipes-files': {
    tells: [
      run,
      'docker exec web touch /new',
      'docker stop web',
      'docker start web',
      'docker exec web ls /new',
    ],
    agrees: [run, 'docker stop web', 'docker start web', 'docker exec web ls /etc/nginx'],
  },
  'exit-removes-container': {
    tells: ['docker run --name one busybox true', 'docker ps -a'],
    agrees: ['docker run -d --name one busybox sleep 100', 'docker ps -a'],
  },
  'run-resumes': {
    tells: ['docker run busybox true', 'docker run busybox true', 'docker ps -aq'],
    agrees: ['docker run --name one busybox true', 'docker ps -aq'],
  },
  'start-takes-new-options': {
    tells: [
      run,
      'docker exec web touch /new',
      'docker stop web',
      'docker start web',
      'docker exec web ls /new',
    ],
    agrees: [run, 'docker stop web', 'docker ps -a'],
  },
  'rm-removes-image': {
    tells: [run, 'docker rm -f web', 'docker images'],
    agrees: [run, 'docker stop web', 'docker images'],
  },
  'stopped-does-not-use-image': {
    tells: [run, 'docker stop web', 'docker rmi nginx'],
    agrees: [run, 'docker rmi nginx'],
  },
  'untag-deletes-all': {
    tells: ['docker tag nginx mine', 'docker rmi mine', 'docker images'],
    agrees: ['docker rmi nginx', 'docker images'],
  },
  'tag-copies': {
    tells: ['docker tag nginx mine', 'docker images'],
    agrees: ['docker images'],
  },
  'tag-renames': {
    tells: ['docker tag nginx mine', 'docker images'],
    agrees: ['docker tag nginx nginx', 'docker images nginx'],
  },
  'latest-is-newest': {
    tells: [
      'docker run --name one busybox touch /new',
      'docker commit one busybox:2',
      'docker run --rm busybox ls /new',
    ],
    agrees: ['docker run --rm busybox ls /'],
  },
  'run-always-pulls': {
    tells: ['docker run -d --name web nginx'],
    agrees: ['docker create --name web --pull never nginx', 'docker start web'],
  },
  'pull-updates-containers': {
    tells: [
      'docker tag httpd nginx',
      'docker create --name web nginx',
      'docker pull nginx',
      'docker inspect -f {{.Image}} web',
    ],
    agrees: [
      'docker create --name web nginx',
      'docker pull nginx',
      'docker inspect -f {{.Image}} web',
    ],
  },
  'restart-rereads-config': {
    tells: [
      'docker run -d --name web nginx',
      'docker tag httpd nginx',
      'docker restart web',
      'docker inspect -f {{.Image}} web',
    ],
    agrees: [
      'docker run -d --name web nginx',
      'docker restart web',
      'docker inspect -f {{.Image}} web',
    ],
  },
  'expose-publishes': {
    tells: ['docker run -d --name web nginx', 'docker port web'],
    agrees: ['docker run -d --name one busybox sleep 100', 'docker port one'],
  },
  'port-order-swapped': {
    tells: ['docker run -d --name web -p 8080:80 nginx', 'docker port web'],
    agrees: ['docker run -d --name web -p 80:80 nginx', 'docker port web'],
  },
  'same-container-port-conflicts': {
    tells: [run, 'docker run -d --name web2 -p 8081:80 nginx'],
    agrees: [run, 'docker ps'],
  },
  'host-port-shareable': {
    tells: [run, 'docker run -d --name web2 -p 8080:80 nginx'],
    agrees: [run, 'docker run -d --name web2 -p 8081:80 nginx'],
  },
  'detached-keeps-alive': {
    tells: ['docker run -d --name one busybox true', 'docker ps'],
    agrees: ['docker run --name one busybox true', 'docker ps'],
  },
  'exec-exit-stops': {
    tells: [run, 'docker exec web true', 'docker ps'],
    agrees: [run, 'docker ps'],
  },
  'later-rm-shrinks': {
    tells: [
      'docker run --name one busybox dd if=/dev/zero of=/big bs=1M count=50',
      'docker commit one big:1',
      'docker run --name two big:1 rm /big',
      'docker commit two big:2',
      'docker images big',
    ],
    agrees: [
      'docker run --name one busybox touch /new',
      'docker commit one big:1',
      'docker images big',
    ],
  },
  'localhost-is-host': {
    tells: [
      'docker run -d --name web -p 8080:80 nginx',
      'docker run --rm busybox wget -q -O- localhost:8080',
    ],
    agrees: [
      'docker run -d --name web -p 8080:80 nginx',
      'docker run --rm busybox wget -q -O- 172.17.0.2',
    ],
  },
  'run-cd-persists': {
    tells: [
      "printf 'FROM busybox\nRUN mkdir /app\nRUN cd /app\nRUN pwd\n' > Dockerfile",
      'docker build -t app .',
    ],
    agrees: [
      "printf 'FROM busybox\nRUN mkdir /app\nWORKDIR /app\nRUN pwd\n' > Dockerfile",
      'docker build -t app .',
      'docker run --rm app pwd',
    ],
  },
  'run-export-persists': {
    tells: [
      "printf 'FROM busybox\nRUN export COLOUR=red\n' > Dockerfile",
      'docker build -q -t app .',
      'docker run --rm app env',
    ],
    agrees: [
      "printf 'FROM busybox\nENV COLOUR=red\nRUN echo $COLOUR\n' > Dockerfile",
      'docker build -t app .',
      'docker run --rm app env',
    ],
  },
  'args-append-to-cmd': {
    tells: ['docker run --name one busybox echo hello'],
    agrees: ['docker run -d --name web nginx', 'docker ps'],
  },
  'stop-is-instant': {
    tells: ['docker run -d --name one busybox sleep 100', 'docker stop one'],
    agrees: ['docker run -d --name one busybox sleep 100', 'docker kill one'],
  },
  'stop-always-takes-ten': {
    tells: [run, 'docker stop web'],
    agrees: ['docker run -d --name one busybox sleep 100', 'docker stop one'],
  },
  'pause-frees-memory': {
    tells: [run, 'docker pause web', 'docker stats --no-stream web'],
    agrees: [run, 'docker stats --no-stream web'],
  },
  'pause-keeps-cpu': {
    tells: [run, 'docker pause web', 'docker stats --no-stream web'],
    agrees: [run, 'docker pause web', 'docker ps'],
  },
  'pause-is-stop': {
    tells: [run, 'docker pause web', 'docker ps'],
    agrees: [run, 'docker stop web', 'docker ps -a'],
  },
  'created-uses-memory': {
    tells: ['docker create --name web nginx', 'docker stats --no-stream web'],
    agrees: [run, 'docker stats --no-stream web'],
  },
  'commit-includes-volumes': {
    tells: [
      'docker run -d --name db -v keep:/keep redis',
      'docker exec db touch /keep/new',
      'docker commit db snap',
      'docker run --rm --entrypoint ls snap /keep',
    ],
    agrees: [
      'docker run -d --name web nginx',
      'docker exec web touch /new',
      'docker commit web snap',
      'docker run --rm snap ls /new',
    ],
  },
  'commit-stops-container': {
    tells: [run, 'docker commit web snap', 'docker ps'],
    agrees: ['docker create --name web nginx', 'docker commit web snap', 'docker ps -a'],
  },
  'commit-changes-base': {
    tells: [
      run,
      'docker exec web touch /new',
      'docker commit web snap',
      'docker run --rm nginx ls /new',
    ],
    agrees: [
      run,
      'docker exec web touch /new',
      'docker commit web snap',
      'docker run --rm snap ls /new',
    ],
  },
  'rm-keeps-data': {
    tells: [run, 'docker exec web touch /new', 'docker rm -f web', run, 'docker exec web ls /new'],
    agrees: [run, 'docker rm -f web', run, 'docker exec web ls /etc/nginx'],
  },
  'rm-deletes-named-volumes': {
    tells: [
      'docker run -d --name db -v keep:/keep redis',
      'docker rm -f db',
      'docker volume ls -q',
    ],
    agrees: ['docker run -d --name db -v keep:/keep redis', 'docker stop db', 'docker ps -a'],
  },
  'bind-merges': {
    tells: [
      'mkdir site',
      'docker run --rm -v /home/learner/site:/usr/share/nginx/html nginx ls /usr/share/nginx/html',
    ],
    agrees: ['mkdir site', 'docker run --rm -v /home/learner/site:/empty nginx ls /empty'],
  },
  'no-slash-means-local': {
    tells: ['docker pull alpine'],
    agrees: ['docker pull docker/whalesay'],
  },
  'namespace-is-registry': {
    tells: ['docker pull hashicorp/http-echo'],
    agrees: ['docker pull alpine'],
  },
  'tag-optional-means-none': {
    tells: ['docker tag nginx me/web', 'docker images me/web'],
    agrees: ['docker tag nginx me/web:1', 'docker images me/web'],
  },
  'push-needs-no-login': {
    tells: ['docker tag nginx learner/web', 'docker push learner/web'],
    agrees: [
      'docker tag nginx learner/web',
      'docker login -u learner -p hubpass',
      'docker push learner/web',
    ],
  },
  'push-sends-container': {
    tells: [
      'docker login -u learner -p hubpass',
      'docker tag busybox learner/box',
      'docker run --name one learner/box touch /new',
      'docker push learner/box',
      'docker rm one',
      'docker rmi learner/box',
      'docker run --rm learner/box ls /new',
    ],
    agrees: [
      'docker login -u learner -p hubpass',
      'docker tag busybox learner/box',
      'docker push learner/box',
    ],
  },
  'pull-starts-container': {
    tells: ['docker pull nginx', 'docker ps'],
    agrees: ['docker images'],
  },
  'dockerfile-is-image': {
    tells: [
      "printf 'FROM busybox\nCMD echo one\n' > Dockerfile",
      'docker build -t app .',
      "printf 'FROM busybox\nCMD echo two\n' > Dockerfile",
      'docker run --rm app',
    ],
    agrees: [
      "printf 'FROM busybox\nCMD echo one\n' > Dockerfile",
      'docker build -t app .',
      'docker run --rm app',
    ],
  },
};

describe.each(misconceptionIds)('the belief %s', (id) => {
  const { tells, agrees } = cases[id];

  it('shows something else than Docker where it bears on what is seen', () => {
    expect(shown(tells, id)).not.toBe(shown(tells));
  });

  it('shows what Docker shows where it does not', () => {
    expect(shown(agrees, id)).toBe(shown(agrees));
  });

  it('has an entry under its own name', () => {
    expect(misconceptions.get(id)?.id).toBe(id);
  });
});

describe('ids under a belief', () => {
  it('are those of the true engine, even when the belief makes a command do more', () => {
    const lines = ['docker pull nginx', 'docker run -d --name web nginx'];
    const truth = session(lines, { images: ['busybox'] });
    const belief = session(lines, { images: ['busybox'], belief: 'pull-starts-container' });
    expect(belief.last.stdout).toBe(truth.last.stdout);
  });
});
