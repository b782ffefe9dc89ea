const decimalUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

function scaled(bytes: number, base: number, units: readonly string[], digits: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= base && unit < units.length - 1) {
    size /= base;
    unit += 1;
  }
  return `${Number(size.toPrecision(digits))}${units[unit] ?? ''}`;
}

/** An image's size as `docker images` prints it: decimal units, three digits (go-units HumanSizeWithPrecision). */
export function imageSize(bytes: number): string {
  return scaled(bytes, 1000, decimalUnits, 3);
}

/** Memory as `docker stats` prints it: binary units, four digits (go-units BytesSize), or fewer where there is little room. */
export function memorySize(bytes: number, digits = 4): string {
  return scaled(bytes, 1024, binaryUnits, digits);
}
