import { beforeAll, beforeEach, expect, test } from 'vitest';
import { runLine, serialise } from '@/lib/engine';
import { db, pool } from '@/lib/server/db';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { storeSetupState } from '@/lib/server/sandbox/setup-states';
import { beginning, loadCatalogue, makeLearner, newKey } from './sandbox-fixture';

let learnerId: string;
let sandboxId: string;

beforeAll(loadCatalogue);

beforeEach(async () => {
  learnerId = await makeLearner();
  sandboxId = await createSandbox(learnerId, { images: ['nginx', 'busybox'] });
  await type('docker run -d --name web -p 8080:80 -v data:/data nginx');
  await type('docker create --name box busybox');
});

const type = (line: string) => runCommand({ sandboxId, learnerId, commandKey: newKey(), line });

const attempt = (sql: string, ...values: unknown[]) => pool().query(sql, [sandboxId, ...values]);

/** Postgres 18 has a code of its own for what RESTRICT refuses; before, it was that of every foreign key. */
const refusedByKey = expect.stringMatching(/^23(001|503)$/) as string;

test('the database refuses to delete an image that a container stands on', async () => {
  await attempt('DELETE FROM sandbox_image_names WHERE sandbox_id = $1');
  await expect(attempt('DELETE FROM sandbox_images WHERE sandbox_id = $1')).rejects.toMatchObject({
    code: refusedByKey,
    constraint: 'sandbox_containers_sandbox_id_image_id_fkey',
  });
});

test('it refuses an image that a name stands for, a volume that is mounted, a container of no image', async () => {
  for (const table of ['sandbox_images', 'sandbox_volumes'])
    await expect(attempt(`DELETE FROM ${table} WHERE sandbox_id = $1`)).rejects.toMatchObject({
      code: refusedByKey,
    });
  await expect(
    attempt(`UPDATE sandbox_containers SET image_id = 'sha256:none' WHERE sandbox_id = $1`),
  ).rejects.toMatchObject({ code: '23503' });
});

test('it refuses two containers of one name, and two that hold one port of the host', async () => {
  await expect(
    attempt(`UPDATE sandbox_containers SET name = 'web' WHERE sandbox_id = $1 AND name = 'box'`),
  ).rejects.toMatchObject({
    code: '23505',
    constraint: 'sandbox_containers_sandbox_id_name_key',
  });
  await expect(
    attempt(
      `INSERT INTO sandbox_ports (sandbox_id, container_id, container_port, position, host_ip, host_port, protocol)
       SELECT $1, id, '80/tcp', 0, '0.0.0.0', 8080, 'tcp' FROM sandbox_containers WHERE sandbox_id = $1 AND name = 'box'`,
    ),
  ).rejects.toMatchObject({
    code: '23505',
    constraint: 'sandbox_ports_sandbox_id_host_port_protocol_host_ip_key',
  });
});

test('it refuses a state that contradicts itself: a running container with an exit code', async () => {
  await expect(
    attempt(
      `UPDATE sandbox_containers SET exit_code = 0 WHERE sandbox_id = $1 AND state = 'running'`,
    ),
  ).rejects.toMatchObject({ code: '23514' });
});

test('what one command moves between containers is saved by its one statement', async () => {
  await type('docker stop web; docker rename web old; docker run -d --name web -p 8080:80 nginx');
  await type(
    'docker rename web third; docker rename old web; docker rm -f third; docker start web',
  );
  const ports = await db.sandboxPort.findMany({
    where: { sandboxId },
    include: { container: { select: { name: true } } },
  });
  expect(ports.map(({ hostPort, container }) => [hostPort, container.name])).toEqual([
    [8080, 'web'],
    [8080, 'web'],
  ]);
});

test('an image taken by force stays as held for as long as its stopped container is there', async () => {
  await type('docker rmi -f busybox');
  const held = await db.sandboxImage.findMany({ where: { sandboxId, heldDigest: { not: null } } });
  expect(held.map(({ digest }) => digest)).toEqual([null]);
  await type('docker rm box');
  expect(await db.sandboxImage.count({ where: { sandboxId, heldDigest: { not: null } } })).toBe(0);
});

test('equal contents of two sandboxes are one row, and nobody can change it', async () => {
  const world = await sandboxWorld();
  const line = 'docker run --name made busybox touch /a; docker commit made mine:1';
  for (const seed of ['one', 'two']) {
    const { sandbox } = runLine(await beginning(['busybox'], seed), line, world);
    await storeSetupState(db, serialise(sandbox));
  }
  const layers = await db.layerContent.findMany({ include: { _count: true } });
  expect(layers.map(({ _count }) => _count.sandboxes)).toEqual([2]);
  const busybox = await db.imageContent.findMany({
    where: { parent: '' },
    include: { _count: true },
  });
  expect(busybox.map(({ _count }) => _count.stored).every((count) => count > 1)).toBe(true);
  await expect(db.imageContent.updateMany({ data: { parent: 'x' } })).rejects.toThrow('immutable');
  await expect(db.layerContent.updateMany({ data: { size: 0 } })).rejects.toThrow('immutable');
});

test('the journal can be appended to and nothing else', async () => {
  await expect(db.sandboxJournal.updateMany({ data: { now: 0 } })).rejects.toThrow(
    'sandbox_journal is append-only: a row cannot be changed',
  );
  await expect(db.sandboxJournal.deleteMany({ where: { sandboxId } })).rejects.toThrow(
    'a row cannot be deleted',
  );
  await expect(db.sandbox.delete({ where: { id: sandboxId } })).rejects.toThrow();
  await expect(db.$executeRaw`TRUNCATE sandbox_journal`).rejects.toThrow('cannot be emptied');
});

test('a setup is stored once and never changed', async () => {
  const text = serialise(await beginning(['busybox']));
  const [one, other] = await Promise.all([storeSetupState(db, text), storeSetupState(db, text)]);
  expect(one).toBe(other);
  const where = { kind: 'setup', setup: null } as const;
  expect(await db.sandbox.count({ where })).toBe(0);
  await expect(
    db.sandbox.updateMany({ where: { kind: 'setup' }, data: { now: 0 } }),
  ).rejects.toThrow('sandboxes is immutable');
});
