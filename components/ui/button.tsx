import type { ComponentProps } from 'react';
import { buttonStyle, type ButtonSize, type ButtonTone } from './button-style';

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
}

/** A button. It is `type="button"` unless told otherwise, so that it never submits a form by accident. */
export function Button({ tone = 'plain', size = 'medium', className, ...rest }: ButtonProps) {
  return <button type="button" className={buttonStyle(tone, size, className)} {...rest} />;
}
