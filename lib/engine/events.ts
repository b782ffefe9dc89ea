/** Something that happened, shaped after `docker events`; `at` is virtual milliseconds since the epoch. */
export interface EngineEvent {
  readonly at: number;
  readonly type: 'container' | 'image' | 'volume' | 'network';
  readonly action: string;
  readonly actor: string;
  readonly attributes: Readonly<Record<string, string>>;
}
