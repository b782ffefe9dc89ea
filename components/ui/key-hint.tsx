import { classNames } from './class-names';

/** A key to press, beside what it does. Hidden where there is no keyboard (coarse pointer) or no room. */
export function KeyHint({
  keys,
  className,
}: {
  readonly keys: string;
  readonly className?: string;
}) {
  return (
    <kbd
      aria-hidden
      className={classNames(
        'hidden min-w-6 items-center justify-center rounded-md border border-current/30 px-1.5 py-0.5 text-xs leading-4 font-medium whitespace-nowrap opacity-80 sm:pointer-fine:inline-flex',
        className,
      )}
    >
      {keys}
    </kbd>
  );
}
