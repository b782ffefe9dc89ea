import { RunColumn, type RunColumnProps } from './run-column';
import { alikeSteps } from './parted-steps';

type Column = Omit<RunColumnProps, 'tone' | 'alike' | 'other' | 'against'>;

/**
 * Two short runs beside each other (one above the other on a narrow screen): what somebody thought or did, and what Docker does. Needs the messages of
 * `verdict`.
 */
export function TwoRuns({
  title,
  lead,
  mine,
  docker,
}: {
  readonly title: string;
  /** In a line, what is beside what. */
  readonly lead: string;
  readonly mine: Column;
  readonly docker: Column;
}) {
  const alike = alikeSteps(mine.side, docker.side);
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-muted text-sm">{lead}</p>
      </div>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2 sm:grid-rows-[auto_auto_1fr] sm:gap-y-2">
        <RunColumn
          {...mine}
          tone="bad"
          alike={alike}
          other={docker.side.steps[alike]}
          against={docker.side}
        />
        <RunColumn
          {...docker}
          tone="good"
          alike={alike}
          other={mine.side.steps[alike]}
          against={mine.side}
        />
      </div>
    </section>
  );
}
