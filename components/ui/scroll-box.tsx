'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { classNames } from './class-names';

/**
 * A box that scrolls sideways when its content is wider than the screen, and down when `className` limits its height; its edges show where there is more. Only then
 * can it be reached by the keyboard, under `label`.
 */
export function ScrollBox({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      setOverflows(scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      observer.disconnect();
    };
  }, [children]);

  return (
    <div
      ref={box}
      {...(overflows
        ? { tabIndex: 0, role: 'group', 'aria-label': label, 'data-scrolls': '' }
        : {})}
      className={classNames('scroll-hint max-w-full overflow-x-auto', className)}
    >
      {children}
    </div>
  );
}
