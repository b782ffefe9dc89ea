/** ARGs that every build has and that leave no trace in the image (moby builder/dockerfile/buildargs.go). */
const BUILT_IN = [
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'FTP_PROXY',
  'ftp_proxy',
  'NO_PROXY',
  'no_proxy',
  'ALL_PROXY',
  'all_proxy',
];

/** The values of ARGs while a build runs: those given with `--build-arg`, those before the first FROM, those of the stage. */
export class BuildArgs {
  private readonly allowed = new Map<string, string | null>();
  private readonly global: Map<string, string | null>;
  private readonly referenced: Set<string>;

  /** A null value was asked for by name alone and has none. */
  constructor(
    private readonly given: ReadonlyMap<string, string | null>,
    before?: BuildArgs,
  ) {
    this.global = new Map(before?.global);
    this.referenced = new Set(before?.referenced);
  }

  /** The ARGs as the next stage sees them: its own are yet to come. */
  forStage(): BuildArgs {
    return new BuildArgs(this.given, this);
  }

  /** An ARG of the stage; before the first FROM it is one of all. */
  add(name: string, value: string | null, global = false): void {
    this.allowed.set(name, value);
    this.referenced.add(name);
    if (global) this.global.set(name, value);
  }

  /** What a stage has used counts for the whole build. */
  mergeReferenced(stage: BuildArgs): void {
    for (const name of stage.referenced) this.referenced.add(name);
  }

  private value(name: string, values: ReadonlyMap<string, string | null>): string | null {
    return this.given.get(name) ?? values.get(name) ?? this.global.get(name) ?? null;
  }

  private all(values: ReadonlyMap<string, string | null>): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const name of [...values.keys(), ...BUILT_IN]) {
      const value = this.value(name, values);
      if (value !== null) found.set(name, value);
    }
    return found;
  }

  /** What FROM may use. */
  globals(): ReadonlyMap<string, string> {
    return this.all(this.global);
  }

  /** What the stage's instructions may use. */
  ofStage(): ReadonlyMap<string, string> {
    return this.all(this.allowed);
  }

  /** `name=value` of those that the environment does not hold, sorted. */
  outside(env: readonly string[]): readonly string[] {
    const held = new Set(env.map((entry) => entry.split('=')[0]));
    return [...this.ofStage()]
      .filter(([name]) => !held.has(name))
      .map(([name, value]) => `${name}=${value}`)
      .sort();
  }

  /** Does the value of an ARG count for the cache and stand in the history? */
  leavesTrace(name: string): boolean {
    return this.allowed.has(name) || !BUILT_IN.includes(name);
  }

  /** What was given and used nowhere, sorted. */
  unused(): readonly string[] {
    return [...this.given.keys()]
      .filter((name) => !this.referenced.has(name) && !BUILT_IN.includes(name))
      .sort();
  }
}
