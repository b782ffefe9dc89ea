/** Where the `))` stands that ends what begins at a place in a text, or -1 when it is a subshell that begins there. */
export function arithmeticEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') {
      if (depth === 0) return text[at + 1] === ')' ? at : -1;
      depth -= 1;
    }
  }
  return -1;
}
