/** One line of a benchmark. `floor` is the same unit, measured in the same run; `ratio` is value / floor. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor: number;
  readonly ratio: number;
}

export function figure(name: string, value: number, unit: string, floor: number): Figure {
  const rounded = (number: number): number => Number(number.toPrecision(4));
  return {
    name,
    value: rounded(value),
    unit,
    floor: rounded(floor),
    ratio: rounded(value / floor),
  };
}
