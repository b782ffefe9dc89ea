'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { classNames } from './class-names';

const never = () => () => undefined;

/** Copies a text. Not there where the browser has no clipboard to offer (plain http). A refusal leaves it as it was. */
export function CopyButton({
  text,
  label,
  doneLabel,
  className,
}: {
  readonly text: string;
  readonly label: string;
  readonly doneLabel: string;
  readonly className?: string;
}) {
  const [done, setDone] = useState(false);
  const able = useSyncExternalStore(
    never,
    () => window.isSecureContext,
    () => false,
  );
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => {
      setDone(false);
    }, 2000);
    return () => {
      clearTimeout(timer);
    };
  }, [done]);

  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setDone(true);
      },
      () => {
        setDone(false);
      },
    );
  };

  if (!able) return null;
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={done ? doneLabel : label}
      title={done ? doneLabel : label}
      className={classNames('grid size-8 place-items-center rounded-md', className)}
    >
      {done ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
    </button>
  );
}
