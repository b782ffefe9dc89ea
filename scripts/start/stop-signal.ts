/**
 * Resolves with exit code 0 when somebody wants us to stop: Ctrl-C, a termination signal, a closed
 * terminal, or npm or `npm start`, which started us, is gone. Signals that come twice (from the terminal and from
 * npm) count once.
 */
export function askedToStop(): Promise<number> {
  return new Promise((resolve) => {
    const stop = () => resolve(0);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    // A parent that has opened a channel to us closes it with its end, however it ends.
    if (process.send !== undefined) {
      if (process.connected) process.once('disconnect', stop);
      else stop();
      return;
    }
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) stop();
    }, 500);
    watch.unref();
  });
}
