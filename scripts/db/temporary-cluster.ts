import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareBinaries } from './binaries';
import { startCluster } from './cluster';
import { type SystemUser, canReach, postgresUser } from './system-user';

export type TemporaryCluster = {
  readonly url: (database: string) => string;
  /** Stops the server and removes its folder. */
  readonly remove: () => Promise<void>;
};

/** A Postgres that lives for one command: tests, and the shadow database of `npm run db:diff`. */
export async function startTemporaryCluster(): Promise<TemporaryCluster> {
  const user = postgresUser();
  const folder = await mkdtemp(path.join(temporaryPlace(user), 'drydock-postgres-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    if (user !== null) await chmod(folder, 0o711);
    const cluster = await startCluster({
      folder: path.join(folder, 'postgres'),
      logFile: path.join(folder, 'postgres.log'),
      password: randomBytes(24).toString('base64url'),
      binaries: await prepareBinaries(user),
      user,
      temporary: true,
    });
    const remove = async () => {
      await cluster.stop();
      await removeFolder();
    };
    return { url: cluster.url, remove };
  } catch (thrown) {
    await removeFolder();
    throw thrown;
  }
}

function temporaryPlace(user: SystemUser | null): string {
  const places = [tmpdir(), '/tmp', '/var/tmp'];
  return places.find((place) => user === null || canReach(place, user)) ?? tmpdir();
}
