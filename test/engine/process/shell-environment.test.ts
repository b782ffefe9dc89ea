import { expect, it } from 'vitest';
import { session } from '../support/course';

const said = (program: string, script: string, options = '') => {
  const { stdout, stderr } = session(
    [`docker run --rm ${options} -h box ubuntu ${program} -c '${script}'`],
    { images: ['ubuntu'] },
  ).last;
  return stdout + stderr;
};

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/* The order is that of the shells' tables of variables; each was seen of the real shell (bash 5.2, dash 0.5.12, busybox 1.35). */
it('bash hands on its folder, its level and the path of the program, in the order of its table', () => {
  expect(said('bash', 'env', '-e FOO=1')).toBe(
    `HOSTNAME=box\nPWD=/\nFOO=1\nHOME=/root\nSHLVL=0\nPATH=${PATH}\n_=/usr/bin/env\n`,
  );
  expect(said('bash', 'env | grep -c SHLVL=1; true')).toBe('1\n');
  expect(said('bash', 'exec env')).not.toContain('_=');
});

it('dash hands on its folder and counts no level', () => {
  expect(said('sh', 'env')).toBe(`HOSTNAME=box\nHOME=/root\nPATH=${PATH}\nPWD=/\n`);
});

it('busybox hands on its folder and its level, of which a shell inside has one more', () => {
  const { last } = session(
    [
      `docker run --rm -h box -w /tmp busybox sh -c 'env; sh -c "echo \\$SHLVL"; cd /etc; env | grep PWD'`,
    ],
    { images: ['busybox'] },
  );
  expect(last.stdout).toBe(
    `HOSTNAME=box\nSHLVL=1\nHOME=/root\nPATH=${PATH}\nPWD=/tmp\n2\nOLDPWD=/tmp\nPWD=/etc\n`,
  );
});

it('what the runtime itself begins has no such variables', () => {
  const { last } = session(['docker run --rm -h box busybox env'], { images: ['busybox'] });
  expect(last.stdout).toBe(`PATH=${PATH}\nHOSTNAME=box\nHOME=/root\n`);
});

it.each([
  ['export', `export HOME='/root'\nexport HOSTNAME='box'\nexport PATH='${PATH}'\nexport PWD='/'\n`],
  ['readonly R=1; readonly; R=2; echo no', "readonly R='1'\nsh: 1: R: is read only\n"],
  ['trap "echo bye" EXIT; trap', "trap -- 'echo bye' EXIT\nbye\n"],
  ['exec nosuch; echo no', 'sh: 1: exec: nosuch: not found\n'],
])('dash: %s', (script, output) => {
  expect(said('sh', script)).toBe(output);
});
