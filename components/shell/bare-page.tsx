import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from './logo';
import { places } from './places';

/** A page outside the shell: the mark, one message, one way on. For errors and for pages that do not exist. */
export function BarePage({
  homeLabel,
  title,
  children,
}: {
  readonly homeLabel: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <main
      id="content"
      className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-6 px-6 py-16"
    >
      <Link href={places.today} aria-label={homeLabel} className="self-start">
        <Logo className="size-14" />
      </Link>
      <h1 className="text-3xl font-bold">{title}</h1>
      {children}
    </main>
  );
}
