import { rootFiles } from '../container/container-files';
import { areDetachKeys } from '../container/detach-keys';
import { executable, execAction, startExec } from '../container/exec';
import { findContainer } from '../container/find';
import { findUser } from '../container/user';
import { refuse } from '../errors';
import { change, emitContainer, makeId } from '../turn';
import { emptyAnswer, errorAnswer, jsonAnswer } from './answers';
import { membersOf, textOf, textsOf } from './read-json';
import type { Route } from './route';
import { checkTerminalSize } from './terminal-size';

/** Programs started in a running container (moby api/server/router/container/exec.go). */
export const execRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/containers/{name}/exec',
    answer: ({ turn, name, request }) => {
      const container = executable(turn, name);
      const json = membersOf(request.body);
      const keys = textOf(json['DetachKeys']);
      if (!areDetachKeys(keys)) refuse('internal', `Invalid escape keys (${keys}) provided`);
      const user = textOf(json['User']);
      if (user !== '') findUser(rootFiles(turn, container.id), user);
      const id = makeId(turn, 'exec');
      const exec = {
        id,
        container: container.id,
        argv: textsOf(json['Cmd']),
        env: textsOf(json['Env']),
        cwd: textOf(json['WorkingDir']) || null,
        user: user || null,
        tty: json['Tty'] === true,
        ...(json['Privileged'] === true ? { privileged: true as const } : {}),
        attachStdin: json['AttachStdin'] === true,
        pid: null,
        exitCode: null,
      };
      if (exec.argv.length === 0) refuse('invalid-parameter', 'no exec command specified');
      change(turn).execs = turn.state.execs.set(id, exec);
      emitContainer(turn, execAction('exec_create', exec.argv), container, { execID: id });
      return jsonAnswer({ Id: id }, 201);
    },
  },
  {
    method: 'POST',
    path: '/exec/{name}/start',
    answer: ({ turn, name, request }) => {
      const exec = turn.state.execs.get(name);
      if (!exec || !findContainer(turn.state, exec.container))
        return errorAnswer(404, `No such exec instance: ${name}`);
      const json = membersOf(request.body);
      const detach = json['Detach'] === true;
      const stdin =
        typeof json['stdin'] === 'string' ? json['stdin'] : exec.attachStdin ? null : '';
      const from = turn.output.length;
      const word = turn.state.containers.get(exec.container)?.name ?? exec.container;
      const started = startExec(turn, word, { stdin, ...exec });
      if (started.kind === 'failed') {
        turn.state = {
          ...turn.state,
          execs: turn.state.execs.set(name, { ...exec, exitCode: started.code }),
        };
        if (detach) return errorAnswer(400, started.message);
        const frame = {
          at: turn.state.now,
          stream: 'stdout' as const,
          text: `${started.message}\r\n`,
        };
        return { status: 101, body: { kind: 'frames', frames: [frame] } };
      }
      const { pid } = started;
      const exitCode = turn.exits.get(`${exec.container}/${pid}`) ?? null;
      turn.state = {
        ...turn.state,
        execs: turn.state.execs.set(name, { ...exec, pid, exitCode }),
      };
      if (detach) return emptyAnswer(200);
      const frames = turn.output.slice(from).filter((output) => output.pid === pid);
      return {
        status: 101,
        body: {
          kind: 'subscription',
          subscription: { kind: 'exec', container: exec.container, pid },
          frames,
        },
      };
    },
  },
  {
    method: 'POST',
    path: '/exec/{name}/resize',
    answer: ({ turn, name, query }) => {
      checkTerminalSize(query);
      if (!turn.state.execs.has(name)) return errorAnswer(404, `No such exec instance: ${name}`);
      return emptyAnswer(200);
    },
  },
  {
    method: 'GET',
    path: '/exec/{name}/json',
    answer: ({ turn, name }) => {
      const exec = turn.state.execs.get(name);
      if (!exec) return errorAnswer(404, `No such exec instance: ${name}`);
      return jsonAnswer({
        ID: exec.id,
        Running: exec.pid !== null && exec.exitCode === null,
        ExitCode: exec.exitCode,
        ProcessConfig: {
          tty: exec.tty,
          entrypoint: exec.argv[0],
          arguments: exec.argv.slice(1),
          privileged: exec.privileged === true,
        },
        OpenStdin: exec.attachStdin,
        OpenStderr: true,
        OpenStdout: true,
        CanRemove: false,
        ContainerID: exec.container,
        DetachKeys: '',
        Pid: exec.pid ?? 0,
      });
    },
  },
];
