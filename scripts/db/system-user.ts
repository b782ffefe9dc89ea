import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../support/problem.mjs';

/** The account under which Postgres runs when Drydock itself runs as root. */
export type SystemUser = { readonly uid: number; readonly gid: number };

/**
 * Postgres refuses to run as root. As root this finds the account `postgres`, or creates it;
 * as anyone else it answers null: Postgres then runs as that person.
 *
 * @throws Problem when root may not create accounts
 */
export function postgresUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = findUser();
  if (found !== null) return found;
  createUser();
  const created = findUser();
  if (created !== null) return created;
  throw noUser();
}

function findUser(): SystemUser | null {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return null; // `id` exits with 1 when the account does not exist
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number.parseInt(
    execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    10,
  );
}

function createUser(): void {
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ] as const;
  for (const [command, ...argv] of attempts) {
    try {
      execFileSync(command, argv, { stdio: 'ignore' });
      return;
    } catch {
      continue; // Debian and Red Hat have useradd, Alpine has adduser
    }
  }
  throw noUser();
}

function noUser(): Problem {
  return new Problem(
    'Postgres does not run as root, and the account "postgres" is missing and could not be created.',
    'Run the command as an ordinary user, or create the account: useradd --system postgres',
  );
}

/** Whether `user` may pass through `target` (a folder or a program) and every folder above it. */
export function canReach(target: string, user: SystemUser): boolean {
  for (let place = path.resolve(target); ; place = path.dirname(place)) {
    if (!mayPass(place, user)) return false;
    if (place === path.dirname(place)) return true;
  }
}

function mayPass(place: string, user: SystemUser): boolean {
  const { mode, uid, gid } = statSync(place);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
