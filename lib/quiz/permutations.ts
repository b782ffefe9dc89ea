/**
 * Runs every order of `count` steps in several worlds at once, sharing the work of common beginnings, and returns for each world the orders that end where
 * `reached` says so. Orders are lists of indexes, in lexicographic order. The worlds take each step one after another, so that what the engine remembers
 * of one serves the next.
 */
export function ordersReaching<World, State>(
  count: number,
  worlds: readonly World[],
  start: (world: World) => State,
  step: (state: State, index: number, world: World) => State,
  reached: (state: State, world: World) => boolean,
): readonly (readonly number[][])[] {
  const runs = worlds.map((world) => ({ world, found: [] as number[][] }));
  const visit = (states: readonly State[], order: readonly number[]): void => {
    if (order.length === count) {
      runs.forEach(({ world, found }, i) => {
        if (reached(states[i] as State, world)) found.push([...order]);
      });
      return;
    }
    for (let index = 0; index < count; index++) {
      if (order.includes(index)) continue;
      const after = runs.map(({ world }, i) => step(states[i] as State, index, world));
      visit(after, [...order, index]);
    }
  };
  visit(worlds.map(start), []);
  return runs.map(({ found }) => found);
}

/** n! */
export function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
