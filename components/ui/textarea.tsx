import type { ComponentProps } from 'react';
import { controlStyle } from './control-style';

/** Several lines of text. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={controlStyle(className)} {...rest} />;
}
