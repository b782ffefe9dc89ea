import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonStyle, type ButtonSize, type ButtonTone } from './button-style';

interface LinkButtonProps extends ComponentProps<typeof Link> {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({
  tone = 'plain',
  size = 'medium',
  className,
  ...rest
}: LinkButtonProps) {
  return <Link className={buttonStyle(tone, size, className)} {...rest} />;
}
