import { ScrollBox } from './scroll-box';
import { CopyButton } from './copy-button';
import { classNames } from './class-names';
import { hasColumns, isLongId } from './printed-text';
import type { ReactNode } from 'react';

/** One command and what was printed. `output` null: withheld; what `withheld` draws for its line stands in its place. */
export interface TerminalLine {
  readonly command: string;
  /** What stands before the command; `$` when nothing is said. */
  readonly prompt?: string | undefined;
  readonly output: string | null;
  readonly error?: string;
}

interface TerminalBlockProps {
  readonly lines: readonly TerminalLine[];
  /** What this transcript is, for the ear and as the name of its scrolling box. */
  readonly label: string;
  readonly copyLabel?: string;
  readonly copiedLabel?: string;
  readonly withheld?: (at: number) => ReactNode;
  readonly className?: string;
}

function withoutLastBreak(text: string): string {
  return text.replace(/\n$/, '');
}

/**
 * A transcript: prompt, command, output. Commands wrap; printed tables keep their columns and scroll in their own box, as does what is longer than some fifteen lines.
 * The prompt is not selected, and the button copies commands only, ready for a shell.
 */
export function TerminalBlock({
  lines,
  label,
  copyLabel,
  copiedLabel,
  withheld,
  className,
}: TerminalBlockProps) {
  return (
    <figure
      aria-label={label}
      translate="no"
      className={classNames(
        'bg-terminal text-terminal-ink border-terminal-line rounded-control relative border',
        'text-[0.875rem] leading-relaxed sm:text-[0.9375rem]',
        className,
      )}
    >
      <ol className="flex flex-col gap-3 px-4 py-3.5">
        {lines.map((line, index) => (
          <li key={index} className="min-w-0">
            <div
              className={classNames(
                'flex gap-2 font-mono',
                index === 0 && copyLabel !== undefined && 'pr-9',
              )}
            >
              <span aria-hidden className="text-terminal-prompt select-none">
                {line.prompt?.trim() ?? '$'}
              </span>
              <code className="min-w-0 flex-1 font-medium break-normal wrap-anywhere whitespace-pre-wrap">
                {line.command}
              </code>
            </div>
            {line.output === null ? (
              <div className="mt-1 font-sans">{withheld?.(index)}</div>
            ) : (
              <Printed label={line.command} text={line.output} />
            )}
            {line.error ? <Printed label={line.command} text={line.error} error /> : null}
          </li>
        ))}
      </ol>
      {copyLabel === undefined ? null : (
        <CopyButton
          text={lines.map((line) => line.command).join('\n')}
          label={copyLabel}
          doneLabel={copiedLabel ?? copyLabel}
          className="text-terminal-muted hover:text-terminal-ink absolute top-1.5 right-1.5"
        />
      )}
    </figure>
  );
}

function Printed({
  label,
  text,
  error = false,
}: {
  readonly label: string;
  readonly text: string;
  readonly error?: boolean;
}) {
  const shown = withoutLastBreak(text);
  if (shown === '') return null;
  const columns = hasColumns(shown);
  return (
    <ScrollBox label={label} className="mt-0.5 max-h-96">
      <pre
        className={classNames(
          'break-normal',
          columns
            ? 'w-max whitespace-pre'
            : isLongId(shown)
              ? 'truncate'
              : 'wrap-anywhere whitespace-pre-wrap',
          error ? 'text-terminal-bad' : 'text-terminal-ink/85',
        )}
      >
        {shown}
      </pre>
    </ScrollBox>
  );
}
