import { describe, expect, it } from 'vitest';
import { deserialise, promptFor, runLine, serialise, type Sandbox } from '@/lib/engine';
import { courseWorld, freshSandbox } from '../support/session-world';

/** Types lines one after another; each text is a prompt, the line and what it printed. */
function type(sandbox: Sandbox, lines: readonly string[]): { shown: string; sandbox: Sandbox } {
  let state = sandbox;
  let shown = '';
  for (const line of lines) {
    shown += `${promptFor(state, courseWorld)}${line}\n`;
    // Every line goes through a reload: what a session needs is in the stored text.
    const run = runLine(deserialise(serialise(state)), line, courseWorld);
    shown += run.stdout + run.stderr;
    state = run.sandbox;
  }
  return { shown, sandbox: state };
}

describe('a terminal in front of a container', () => {
  it('keeps folder and variables of bash from line to line and gives its status to the host', () => {
    const { shown } = type(freshSandbox(), [
      'docker run -it --hostname box ubuntu',
      'cd /tmp; X=5',
      'echo $X in $PWD',
      'exit 3',
      'echo $?',
    ]);
    expect(shown).toBe(
      'learner@docker-vm:~$ docker run -it --hostname box ubuntu\n' +
        'root@box:/# cd /tmp; X=5\n' +
        'root@box:/tmp# echo $X in $PWD\n5 in /tmp\n' +
        'root@box:/tmp# exit 3\nexit\n' +
        'learner@docker-vm:~$ echo $?\n3\n',
    );
  });

  it('leaves the container running after Ctrl-P Ctrl-Q, and attach comes back to the same shell', () => {
    const { shown } = type(freshSandbox(), [
      'docker run -it --name box busybox',
      'X=1',
      '\u0010\u0011',
      "docker ps --format '{{.Names}}'",
      'docker attach box',
      'echo $X',
    ]);
    expect(shown).toContain("docker ps --format '{{.Names}}'\nbox\n");
    expect(shown.endsWith('/ # echo $X\n1\n')).toBe(true);
  });

  it('ends the shell with Ctrl-D and a program in front of it with Ctrl-C', () => {
    const { shown, sandbox } = type(freshSandbox(), [
      'docker run -d --name web nginx',
      'docker exec -it web sh',
      'sleep 1000000',
      '\u0003',
      'echo $?',
      '\u0004',
    ]);
    expect(shown).toContain('echo $?\n130\n');
    expect(sandbox.session).toBeNull();
    expect(promptFor(sandbox, courseWorld)).toBe('learner@docker-vm:~$ ');
  });

  it('comes back to the shell around when a shell inside it ends', () => {
    const { shown } = type(freshSandbox(), [
      'docker run -it --hostname box ubuntu',
      'X=outer',
      'sh',
      'exit',
      'echo $X',
    ]);
    expect(shown.endsWith('root@box:/# echo $X\nouter\n')).toBe(true);
  });
});

describe("the learner's own shell", () => {
  it('remembers folder, variables, functions and status', () => {
    const { shown } = type(freshSandbox(), [
      'mkdir app; cd app',
      'greet() { echo hi $1; }; N=you',
      'greet $N',
      'ls nothing',
      'echo $?',
      'echo $(echo a | wc -l)',
    ]);
    expect(shown).toContain('learner@docker-vm:~/app$ greet $N\nhi you\n');
    expect(shown).toContain('echo $?\n2\n');
    expect(shown.endsWith('wc -l)\n1\n')).toBe(true);
  });
});
