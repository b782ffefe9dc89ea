import { RunColumn, type RunColumnProps } from './run-column';

type Column = Omit<RunColumnProps, 'tone'>;

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
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-muted text-sm">{lead}</p>
      </div>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2 sm:grid-rows-[auto_auto_1fr] sm:gap-y-2">
        <RunColumn {...mine} tone="bad" />
        <RunColumn {...docker} tone="good" />
      </div>
    </section>
  );
}
