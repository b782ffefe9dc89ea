/** Of several right orders the one that agrees with the answer in most places; the first among equals. */
export function closestOrder(
  answer: readonly string[],
  orders: readonly (readonly string[])[],
): readonly string[] {
  let best: readonly string[] = orders[0] ?? [];
  let bestAgreed = -1;
  for (const order of orders) {
    const agreed = order.filter((step, index) => answer[index] === step).length;
    if (agreed > bestAgreed) [best, bestAgreed] = [order, agreed];
  }
  return best;
}
