import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** A sheet of paper on the desk. `as` gives it its meaning in the outline. */
export function Card({
  as: Element = 'div',
  className,
  ...rest
}: ComponentProps<'div'> & { readonly as?: 'div' | 'section' | 'article' | 'li' }) {
  const Tag = Element as 'div';
  return (
    <Tag
      className={classNames(
        'rounded-card border-line bg-surface shadow-card border p-4 sm:p-6',
        className,
      )}
      {...rest}
    />
  );
}
