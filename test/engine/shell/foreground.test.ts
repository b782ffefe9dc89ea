import { describe, expect, it } from 'vitest';
import {
  createSandbox,
  deserialise,
  keys,
  promptFor,
  runLine,
  serialise,
  typeLine,
  type Sandbox,
} from '@/lib/engine';
import { courseWorld, freshSandbox } from '../support/session-world';

/** Types lines and keys; the text is what a terminal shows: the prompt, what is typed unless it is hidden, and what is printed. */
function type(
  start: Sandbox,
  ...lines: readonly string[]
): { readonly shown: string; readonly sandbox: Sandbox } {
  let sandbox = start;
  let shown = promptFor(start, courseWorld);
  let echo = true;
  for (const line of lines) {
    // Every line goes through a reload: what waits at the terminal is in the stored text.
    const run = typeLine(deserialise(serialise(sandbox)), line, courseWorld);
    const seen = line === keys.interrupt ? '^C' : line === keys.end || !echo ? '' : line;
    shown += `${seen}\n${run.shown}${run.prompt}`;
    ({ sandbox, echo } = run);
  }
  return { shown, sandbox };
}

const host = 'learner@docker-vm:~$ ';
const ends = (text: string) => `${text}\n${host}`;

describe('a question at the terminal', () => {
  it('waits for its answer, and the rest of the line for it', () => {
    const { shown } = type(
      freshSandbox(),
      'docker run --name done busybox true',
      'docker container prune; echo $?',
      'y',
    );
    expect(shown).toContain('[y/N] y\nDeleted Containers:\n');
    expect(shown.endsWith(ends('\nTotal reclaimed space: 0B\n0'))).toBe(true);
  });

  it.each([
    ['n', '0'],
    [keys.end, '0'],
    [keys.interrupt, '130'],
  ])('does nothing at the answer %j', (answer, status) => {
    const { shown, sandbox } = type(
      freshSandbox(),
      'docker run --name kept busybox true',
      'docker system prune',
      answer,
      'echo $?',
    );
    expect(sandbox.containers.size).toBe(1);
    expect(shown.endsWith(ends(`${host}echo $?\n${status}`))).toBe(true);
  });

  it('is asked for the user and then, hidden, for the password', () => {
    const { shown } = type(freshSandbox(), 'docker login', 'nobody', 'secret');
    expect(shown).toContain('Username: nobody\n');
    expect(shown).toContain('Password: \nError response from daemon: ');
    expect(shown).not.toContain('secret');
  });

  it('takes what is piped in without being asked', () => {
    const { shown } = type(freshSandbox(), 'echo y | docker volume prune');
    expect(shown).toContain('Total reclaimed space: 0B\n');
  });
});

describe('a container in front of the terminal', () => {
  it('shows what it writes and ends as it takes Ctrl-C', () => {
    const { shown, sandbox } = type(
      freshSandbox(),
      'docker run --name web nginx; echo code $?',
      keys.interrupt,
    );
    expect(shown).toMatch(/start worker process 30\n\^C\n.*signal 2 \(SIGINT\) received, exiting/);
    expect(shown.endsWith(ends('code 0'))).toBe(true);
    expect(sandbox.session).toBeNull();
  });

  it('is left to itself at the third Ctrl-C when it takes none', () => {
    const presses = [keys.interrupt, keys.interrupt, keys.interrupt];
    const { shown, sandbox } = type(freshSandbox(), 'docker run busybox sleep 100000', ...presses);
    expect(shown.endsWith(ends('^C\n^C\n^C\n\ngot 3 SIGTERM/SIGINTs, forcefully exiting'))).toBe(
      true,
    );
    expect([...sandbox.containers][0]?.[1].state.kind).toBe('running');
  });

  it('goes on when only the command line ends: --sig-proxy=false, logs -f, stats, wait', () => {
    const commands = ['attach --sig-proxy=false', 'logs -f', 'stats', 'wait'];
    for (const command of commands) {
      const { shown, sandbox } = type(
        freshSandbox(),
        'docker run -d --name web nginx',
        `docker ${command} web`,
        keys.interrupt,
        'echo $?',
      );
      expect(shown.endsWith(ends('130'))).toBe(true);
      expect([...sandbox.containers][0]?.[1].state.kind).toBe('running');
    }
  });

  it('lets time pass with an empty line, and shows what happens meanwhile', () => {
    const { shown } = type(
      freshSandbox(),
      "docker run -d --name talks busybox sh -c 'while true; do echo hi; sleep 4; done'",
      'docker logs -f --tail 1 talks',
      '',
      '',
    );
    expect(shown.split('hi\n').length - 1).toBeGreaterThan(5);
  });

  it('is started again with start -ai, left with Ctrl-P Ctrl-Q, and still there', () => {
    const { shown } = type(
      freshSandbox(),
      'docker create -it --name box --hostname box ubuntu bash',
      'docker start -ai box',
      'X=1',
      keys.detach,
      'docker attach box',
      'echo $X',
    );
    expect(shown).toContain(`read escape sequence\n${host}`);
    expect(shown.endsWith('echo $X\n1\nroot@box:/# ')).toBe(true);
  });
});

describe('standard input at the terminal', () => {
  it.each(['docker run -i busybox', 'docker run -d --name web nginx; docker exec -i web'])(
    'goes to the program line by line until Ctrl-D: %s cat',
    (command) => {
      const { shown } = type(freshSandbox(), `${command} cat`, 'one', 'two', keys.end);
      expect(shown.endsWith(ends('one\none\ntwo\ntwo\n'))).toBe(true);
    },
  );

  it('is read to its end by a program that sorts', () => {
    const { shown } = type(freshSandbox(), 'docker run -i busybox sort', 'b', 'a', keys.end);
    expect(shown.endsWith(ends('sort\nb\na\n\na\nb'))).toBe(true);
  });

  it('reaches a program that a shell in a container runs, also into a file', () => {
    const { shown } = type(
      freshSandbox(),
      'docker run -it --hostname box ubuntu',
      'cat > note',
      'kept',
      keys.end,
      'cat note',
    );
    expect(shown.endsWith('cat note\nkept\nroot@box:/# ')).toBe(true);
  });
});

describe('read, in a shell of a container', () => {
  it('waits for a line and takes it apart; Ctrl-D is the end of the input', () => {
    const { shown } = type(
      freshSandbox(),
      'docker run -it --hostname box ubuntu',
      'read -p "Name: " first rest',
      'Ada King Lovelace',
      'echo $first/$rest',
      'read more',
      keys.end,
      'echo $?',
    );
    expect(shown).toContain('rest\nName: Ada King Lovelace\n');
    expect(shown).toContain('\nAda/King Lovelace\n');
    expect(shown.endsWith('echo $?\n1\nroot@box:/# ')).toBe(true);
  });

  it('holds a script up until each line is typed', () => {
    const script = `while read line; do echo "<$line>"; done; echo end`;
    const { shown } = type(
      freshSandbox(),
      `docker run -it busybox sh -c '${script}'`,
      'one',
      'two',
      keys.end,
    );
    expect(shown.endsWith(ends('one\n<one>\ntwo\n<two>\n\nend'))).toBe(true);
  });

  it('is given up at Ctrl-C', () => {
    const lines = ['docker run -it --hostname box ubuntu', 'read x', keys.interrupt, 'echo $?'];
    expect(type(freshSandbox(), ...lines).shown.endsWith('\n130\nroot@box:/# ')).toBe(true);
  });
});

describe('the background', () => {
  it('holds what is begun with &, and tells when it has ended', () => {
    const { shown } = type(freshSandbox(), 'sleep 5 &', 'jobs', 'sleep 6');
    expect(shown).toContain('[1] 1001\n');
    expect(shown).toContain('[1]+  Running                 sleep 5 &\n');
    expect(shown.endsWith(ends('[1]+  Done                    sleep 5'))).toBe(true);
  });

  it('waits for a container while the next lines are typed', () => {
    const { shown } = type(
      freshSandbox(),
      'docker run -d --name web nginx',
      'docker wait web &',
      'docker stop web',
    );
    expect(shown.endsWith(ends('0\nweb\n[1]+  Done                    docker wait web'))).toBe(
      true,
    );
  });

  it('goes on while something stands in front of the terminal', () => {
    const begun = type(
      freshSandbox(),
      'docker run -d --name web nginx',
      '(sleep 5; docker stop web) &',
      'docker wait web; echo $?',
    );
    expect(begun.shown).toContain('docker wait web; echo $?\nweb\n0\n0\n[1]+  Done');
    const inside = type(
      freshSandbox(),
      '(sleep 5; echo here) &',
      'docker run -it ubuntu',
      'sleep 8',
      'exit',
    );
    expect(inside.shown).toMatch(/sleep 8\nhere\nroot@/);
    expect(inside.shown).toMatch(/exit\nexit\n\[1\]\+ {2}Done/);
  });

  it('does not hold up a shell in front that waits longer', () => {
    const line = "docker run busybox sh -c 'sleep 1 & sleep 5; echo hi'";
    expect(runLine(freshSandbox(), line, courseWorld)).toMatchObject({
      stdout: 'hi\n',
      elapsedMs: 5_050,
    });
  });
});

describe('where nobody sits at the terminal', () => {
  it('a question gets no answer, and what goes on is left with Ctrl-C', () => {
    const asked = runLine(freshSandbox(), 'docker system prune', courseWorld);
    expect(asked.stdout).toMatch(/\[y\/N\] $/);
    expect(asked.prompt).toBe(host);
    const attached = runLine(freshSandbox(), 'docker run nginx', courseWorld);
    expect(attached.stderr).toContain('SIGINT');
    expect(attached.prompt).toBe(host);
  });

  it('a script has no terminal to wait at', () => {
    const script = createSandbox({
      world: courseWorld,
      seed: 'script',
      now: 0,
      images: ['nginx'],
      terminal: false,
    });
    expect(typeLine(script, 'docker run nginx', courseWorld).sandbox.session).toBeNull();
  });

  it('the same keys give the same bytes', () => {
    const lines = ['docker run -it ubuntu', 'sleep 3 &', 'cat', 'x', keys.end, 'exit'];
    const [one, other] = [1, 2].map(() => serialise(type(freshSandbox(), ...lines).sandbox));
    expect(one).toBe(other);
  });
});

describe('keys at the prompt', () => {
  it('Ctrl-C gives a new prompt and the status 130', () => {
    expect(type(freshSandbox(), keys.interrupt, 'echo $?').shown.endsWith(ends('130'))).toBe(true);
  });

  it.each(['echo $(nothing)', 'nothing | cat', '(nothing)'])(
    'a complaint from %s is that of the shell itself',
    (line) => {
      expect(type(freshSandbox(), line).shown).toContain('\n-bash: nothing: command not found\n');
    },
  );
});

describe('how an output comes', () => {
  const told = (line: string, start = freshSandbox()) => typeLine(start, line, courseWorld).told;

  it('is told of transfers and builds by their messages', () => {
    const without = runLine(freshSandbox(), 'docker rmi nginx', courseWorld).sandbox;
    const [pull] = told('docker pull nginx', without);
    expect(pull).toMatchObject({ kind: 'messages', moments: null });
    expect(pull?.text).toContain('Pull complete');
    expect(told('docker pull -q nginx')).toEqual([]);
  });

  it('is told of a process by the moments in which it wrote', () => {
    const [printed] = told("docker run --rm busybox sh -c 'echo 1; sleep 2; echo 2'");
    expect(printed).toMatchObject({ kind: 'pieces', text: '1\n2\n' });
    const moments = printed?.kind === 'pieces' ? printed.pieces.map(({ at }) => at) : [];
    expect((moments[1] ?? 0) - (moments[0] ?? 0)).toBe(2_000);
    expect(told('docker run --rm busybox echo 1')).toEqual([]);
  });

  it('stats is drawn over itself', () => {
    const run = typeLine(freshSandbox(), 'docker stats', courseWorld);
    expect(run.shown).toMatch(
      /^\u001b\[HCONTAINER ID .*\n\u001b\[HCONTAINER ID .* \u001b\[K\n \u001b\[K\n\u001b\[J$/,
    );
  });
});
