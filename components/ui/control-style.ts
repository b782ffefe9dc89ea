import { classNames } from './class-names';

/** The classes of everything one types or chooses in. 16 px at least, so that phones do not zoom in. */
export function controlStyle(extra?: string): string {
  return classNames(
    'border-line-strong bg-surface text-ink placeholder:text-muted rounded-control w-full border',
    'min-h-11 px-3 py-2 text-base',
    'aria-invalid:border-bad aria-invalid:border-2 disabled:opacity-60',
    extra,
  );
}
