import 'server-only';
import type pg from 'pg';

/**
 * Makes a connection send a query when the one before is answered. Prisma asks for the relations of a row side by side, in a transaction over one connection; pg
 * puts them in line itself, but calls that deprecated and will refuse it. What comes with a callback (the pool's own queries) has the connection for itself.
 */
export function oneQueryAtATime(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...given: readonly unknown[]) => unknown;
  let before: Promise<unknown> | null = null;
  const query = (...given: readonly unknown[]): unknown => {
    if (given.some((each) => typeof each === 'function') || isSubmittable(given[0]))
      return send(...given);
    const sent: Promise<unknown> =
      before === null ? Promise.resolve(send(...given)) : before.then(() => send(...given));
    const answered = sent.then(nothing, nothing).then(() => {
      if (before === answered) before = null;
    });
    before = answered;
    return sent;
  };
  client.query = query as typeof client.query;
}

/** A query object that is given its answer itself, as cursors are. */
function isSubmittable(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'submit' in query;
}

/** Whoever has asked is told of a failure; the next query does not care. */
function nothing(): void {}
