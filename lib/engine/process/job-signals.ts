import { own } from '../../kernel/own';
import type { ProcessHost } from './host';
import type { OpenShell } from './open-shell';
import { handlersOf } from './subshell';

/** Signals that jobs have sent to the shell they belong to, which is at work and takes them when they have had their time. */
const sent = new WeakMap<ProcessHost, string[]>();

/** A job sends its own shell a signal. */
export function tellOwnShell(host: ProcessHost, signal: string): void {
  sent.set(host, [...(sent.get(host) ?? []), signal]);
}

/** A shell takes what its jobs have sent it: what it has no handler for it ignores, as the main process does. */
export function takeFromJobs({ m, host }: Pick<OpenShell, 'm' | 'host'>): void {
  const signals = sent.get(host);
  if (signals === undefined) return;
  sent.delete(host);
  const handlers = handlersOf(m);
  const handled = signals.filter((signal) => own(handlers, signal) !== undefined);
  if (handled.length > 0) m.pending = [...m.pending, ...handled];
}
