import type { ComponentProps } from 'react';
import { controlStyle } from './control-style';

/** A line of text. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={controlStyle(className)} {...rest} />;
}
