import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { ScrollBox } from './scroll-box';

/** A table that scrolls sideways in its own box on a phone. `caption` names it; `captionHidden` only for the ear. */
export function Table({
  caption,
  captionHidden = false,
  className,
  children,
}: {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <ScrollBox label={caption}>
      <table className={classNames('w-full border-collapse text-left text-[0.9375rem]', className)}>
        <caption className={captionHidden ? 'sr-only' : 'text-muted pb-2 text-left text-sm'}>
          {caption}
        </caption>
        {children}
      </table>
    </ScrollBox>
  );
}

/** A heading cell of a column (`scope="col"`) or, when told, of a row. */
export function HeadCell({ className, scope = 'col', ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope={scope}
      className={classNames(
        'border-line border-b px-2 py-2 align-baseline first:pl-0 last:pr-0',
        scope === 'col' ? 'text-muted text-sm font-medium whitespace-nowrap' : 'font-medium',
        className,
      )}
      {...rest}
    />
  );
}

/** A cell. Figures get `numeric`, so that their digits line up and stay together. */
export function Cell({
  className,
  numeric = false,
  ...rest
}: ComponentProps<'td'> & { readonly numeric?: boolean }) {
  return (
    <td
      className={classNames(
        'border-line border-b px-2 py-2 align-baseline first:pl-0 last:pr-0',
        numeric && 'text-right whitespace-nowrap tabular-nums',
        className,
      )}
      {...rest}
    />
  );
}
