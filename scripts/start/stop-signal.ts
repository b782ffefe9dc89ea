/**
 * Resolves with exit code 0 when somebody wants us to stop: Ctrl-C, a termination signal, a closed
 * terminal, or npm, which started us, is gone. Signals that come twice (from the terminal and from
 * npm) count once.
 */
export function askedToStop(): Promise<number> {
  return new Promise((resolve) => {
    const stop = () => resolve(0);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) stop();
    }, 500);
    watch.unref();
  });
}
