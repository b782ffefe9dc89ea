import { classNames } from './class-names';

/** The shape of what is coming, while it loads. Says nothing to a screen reader; the page's status does. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <div
      aria-hidden
      className={classNames('bg-line/60 rounded-control motion-safe:animate-pulse', className)}
    />
  );
}
