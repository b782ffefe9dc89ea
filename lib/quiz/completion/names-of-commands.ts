/** What the docker commands of a text name, each once, as written: parameters stand as `<name>`. */
export interface CommandNames {
  readonly containers: readonly string[];
  readonly images: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
}

/** A name or a parameter, no option and no word in capitals that stands for a name; what ends it in a command, in YAML's brackets or in its quotes does not belong to it. */
const word = String.raw`(?!-|[A-Z]+\b)((?:<[\w-]+>|[\w./:-])*(?:<[\w-]+>|[\w/]))`;
/** The options of `run` and `create` that take their value as the next word. */
const valued = String.raw`-(?:[a-z]*[pvewumhl]|-(?:name|publish|volume|env|workdir|user|memory|hostname|label|network|restart|mount|entrypoint|stop-timeout|stop-signal))`;
const options = String.raw`(?:(?:${valued} +[^\s,\]]+|-[^\s,\]]+) +)*`;

const patterns = {
  containers: [`--name[ =]${word}`, `docker (?:container )?rename +\\S+ +${word}`],
  images: [
    `docker (?:container )?(?:run|create) +${options}${word}`,
    `docker (?:image )?pull +${word}`,
    `docker (?:image )?tag +${word}`,
    `docker (?:image )?tag +\\S+ +${word}`,
    `docker (?:image )?build +-t +${word}`,
    `docker (?:container )?commit +(?:-\\S+ +(?:'[^']*' +)?)*\\S+ +${word}`,
  ],
  volumes: [`docker volume create +${word}`, `(?:-v|--volume)[ =]((?:<[\\w-]+>|\\w[\\w.-]*)+):`],
  networks: [`docker network create +${word}`],
} as const;

/**
 * The names that a reader finds in commands: of containers, images, volumes and networks. For offers while somebody writes, so it reads the text as it stands, without
 * the engine; what it misses can still be written by hand.
 */
export function namesOfCommands(text: string): CommandNames {
  const found = (sources: readonly string[]): readonly string[] => {
    const names = sources.flatMap((source) =>
      [...text.matchAll(new RegExp(source, 'g'))].flatMap(([, name]) => name ?? []),
    );
    return [...new Set(names)];
  };
  return {
    containers: found(patterns.containers),
    images: found(patterns.images),
    volumes: found(patterns.volumes),
    networks: found(patterns.networks),
  };
}
