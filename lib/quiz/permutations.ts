/**
 * Runs every order of `count` steps, sharing the work of common beginnings, and returns those that end where `reached` says so. Orders are lists of
 * indexes, in lexicographic order.
 */
export function ordersReaching<State>(
  count: number,
  start: State,
  step: (state: State, index: number) => State,
  reached: (state: State) => boolean,
): number[][] {
  const found: number[][] = [];
  const visit = (state: State, order: readonly number[]): void => {
    if (order.length === count) {
      if (reached(state)) found.push([...order]);
      return;
    }
    for (let index = 0; index < count; index++) {
      if (!order.includes(index)) visit(step(state, index), [...order, index]);
    }
  };
  visit(start, []);
  return found;
}

/** n! */
export function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
