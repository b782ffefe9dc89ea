import { manualData } from '@/content/manual';
import {
  buildManual,
  runLine,
  send,
  worldOf,
  type Catalogue,
  type Sandbox,
  type World,
} from '@/lib/engine';
import { makeSandbox } from './make-sandbox';

/** A command as it was typed, or as a template into which the replay's own ids are put. */
export interface SessionStep {
  readonly cmd: string;
  readonly cmdTemplate?: string;
  readonly stdin?: string;
}

/** What a session's file says of how to run it: from an empty engine with `images` in its store and `files` in the home folder. */
export interface Session {
  readonly id: string;
  readonly images: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly SessionStep[];
}

/** What a step did; `cmd` as it was run. */
export interface ReplayedStep {
  readonly cmd: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

const manual = buildManual(manualData);

/** The day of the recording: the catalogue's images are then "2 years ago". */
const START = Date.parse('2026-11-21T22:05:00Z');

function json(sandbox: Sandbox, path: string, world: World): Record<string, unknown> | null {
  const { answer } = send(sandbox, { method: 'GET', path }, world);
  return answer.status < 400 && answer.body.kind === 'json'
    ? (answer.body.json as Record<string, unknown>)
    : null;
}

/** A member that is a text, or what stands in for a missing one. */
function textMember(object: Record<string, unknown> | null, key: string, missing: string): string {
  const value = object?.[key];
  return typeof value === 'string' ? value : missing;
}

/** Puts the replay's own ids into a templated command. */
export function fillTemplate(template: string, sandbox: Sandbox, world: World): string {
  return template.replace(/<<(\w+):([^>]*)>>/g, (whole, kind: string, rest: string) => {
    const parts = rest.split(':');
    if (kind === 'id') {
      const container = json(sandbox, `/containers/${parts[0] ?? ''}/json`, world);
      return textMember(container, 'Id', 'missing').slice(0, Number(parts[1] ?? 64));
    }
    if (kind === 'img') {
      const name = rest.replace(/:(\d+)$/, '').replace('+', ':');
      const image = json(sandbox, `/images/${encodeURIComponent(name)}/json`, world);
      const length = /:(\d+)$/.exec(rest)?.[1];
      return textMember(image, 'Id', 'sha256:missing')
        .replace('sha256:', '')
        .slice(0, Number(length ?? 64));
    }
    if (kind === 'dig') {
      const digests = json(sandbox, `/images/${encodeURIComponent(rest)}/json`, world)?.[
        'RepoDigests'
      ] as string[] | undefined;
      return digests?.[0]?.split('@')[1] ?? 'sha256:missing';
    }
    if (kind === 'vol') {
      const mounts = json(sandbox, `/containers/${parts[0] ?? ''}/json`, world)?.['Mounts'] as
        { Destination: string; Name: string }[] | undefined;
      return mounts?.find((mount) => mount.Destination === parts[1])?.Name ?? 'missing';
    }
    if (kind === 'net')
      return textMember(json(sandbox, `/networks/${rest}`, world), 'Id', 'missing');
    return whole;
  });
}

/** Runs a session's commands in a sandbox of its own; its id is the seed. @throws Problem for an image that the catalogue does not hold */
export function replay(session: Session, catalogue: Catalogue, start = START): ReplayedStep[] {
  const world = worldOf(catalogue, manual);
  const { images, files } = session;
  let sandbox = makeSandbox({
    world,
    seed: session.id,
    now: start,
    images,
    files,
    terminal: false,
  });
  return session.steps.map((step) => {
    const cmd = step.cmdTemplate ? fillTemplate(step.cmdTemplate, sandbox, world) : step.cmd;
    const run = runLine(sandbox, cmd, world, step.stdin ?? '');
    sandbox = run.sandbox;
    return { cmd, stdout: run.stdout, stderr: run.stderr, exit: run.exitCode };
  });
}
