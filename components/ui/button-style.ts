import { classNames } from './class-names';

/**
 * `next` is the one thing to do now (at most one on a screen); `strong` leads a group that is not that; `plain` is any
 * other; `quiet` stays in the background.
 */
export type ButtonTone = 'next' | 'strong' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const tones: Readonly<Record<ButtonTone, string>> = {
  next: 'bg-accent text-accent-ink hover:bg-accent-strong font-semibold',
  strong: 'bg-ink text-surface hover:bg-ink/85 font-semibold',
  plain: 'border border-line-strong bg-surface text-ink hover:bg-sunken font-medium',
  quiet: 'text-muted hover:bg-sunken hover:text-ink font-medium',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-soft font-medium',
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'min-h-9 px-3 text-sm gap-1.5',
  medium: 'min-h-11 px-4 text-base gap-2',
  large: 'min-h-13 px-6 text-lg gap-2',
};

/** The classes of everything that looks like a button. */
export function buttonStyle(tone: ButtonTone, size: ButtonSize, extra?: string): string {
  return classNames(
    'inline-flex items-center justify-center rounded-control py-1.5 text-center leading-tight',
    'transition-colors duration-100 active:translate-y-px',
    'disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55',
    tones[tone],
    sizes[size],
    extra,
  );
}
