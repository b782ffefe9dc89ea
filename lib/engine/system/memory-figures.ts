/** How the machine's memory is used, in kB: a share of it that does not change. */
interface MemoryFigures {
  readonly total: number;
  readonly used: number;
  readonly free: number;
  readonly shared: number;
  readonly buffers: number;
  readonly cached: number;
  readonly available: number;
}

/** What `free` and /proc/meminfo tell of a machine with so many bytes. */
export function memoryFigures(bytes: number): MemoryFigures {
  const total = Math.floor(bytes / 1024);
  const [used, shared, buffers, cached] = [1_329_804, 9_812, 98_304, 1_502_012];
  const free = total - used - buffers - cached;
  return { total, used, free, shared, buffers, cached, available: total - used - shared };
}
