/** What a fact or a part of one yields. `image` is an image's identity, comparable with another's. */
export type FactType = 'truth' | 'text' | 'number' | 'image' | 'list';

export type Operator = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** A checked fact as a tree. `at` is the offset in the written text, for messages. */
export type Fact =
  | { readonly kind: 'or' | 'and'; readonly parts: readonly Fact[]; readonly at: number }
  | { readonly kind: 'not'; readonly fact: Fact; readonly at: number }
  | {
      readonly kind: 'compare';
      readonly operator: Operator;
      readonly left: Fact;
      readonly right: Fact;
      readonly at: number;
    }
  | {
      readonly kind: 'call';
      readonly name: FactName;
      readonly args: readonly FactArgument[];
      readonly at: number;
    }
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly at: number };

/** An argument of a call: a word as written, or another call. */
export type FactArgument = string | Fact;

/** What an argument names. */
export type ArgumentKind =
  | 'container'
  | 'image'
  | 'port'
  | 'path'
  | 'host-path'
  | 'words'
  | 'registry'
  | 'variable'
  | 'volume'
  | 'network'
  /** A container, an image or a volume: what had this name at the start. */
  | 'thing'
  | 'list';

export interface Signature {
  readonly takes: readonly ArgumentKind[];
  /** How many of `takes` must be given. */
  readonly required: number;
  readonly yields: FactType;
  /** The example shown when a call does not fit. */
  readonly example: string;
}

function signature(
  example: string,
  takes: readonly ArgumentKind[],
  yields: FactType,
  required = takes.length,
): Signature {
  return { takes, required, yields, example };
}

/** The whole vocabulary of facts; docs/authoring.md teaches each. */
export const vocabulary = {
  exists: signature('exists(web)', ['container'], 'truth'),
  state: signature('state(web)', ['container'], 'text'),
  running: signature('running(web)', ['container'], 'truth'),
  schedulable: signature('schedulable(web)', ['container'], 'truth'),
  memory: signature('memory(web)', ['container'], 'number'),
  exitcode: signature('exitcode(web)', ['container'], 'number'),
  'made-from': signature('made-from(web)', ['container'], 'image'),
  publishes: signature('publishes(web, 8080)', ['container', 'port'], 'truth'),
  'host-port': signature('host-port(web, 80)', ['container', 'port'], 'number'),
  env: signature('env(web, PATH)', ['container', 'variable'], 'text'),
  command: signature('command(web)', ['container'], 'text'),
  file: signature('file(web, /data/note)', ['container', 'path'], 'truth'),
  content: signature('content(web, /data/note)', ['container', 'path'], 'text'),
  logged: signature('logged(web, "ready")', ['container', 'words'], 'truth'),
  mount: signature('mount(web, /data)', ['container', 'path'], 'text'),
  attached: signature('attached(web, front)', ['container', 'network'], 'truth'),
  'restart-policy': signature('restart-policy(web)', ['container'], 'text'),
  same: signature('same(web)', ['thing'], 'truth'),
  removed: signature('removed(web)', ['thing'], 'truth'),
  ended: signature('ended(web)', ['container'], 'truth'),
  pulled: signature('pulled(nginx)', ['image'], 'truth'),
  containers: signature('containers(nginx)', ['image'], 'list', 0),
  local: signature('local(nginx)', ['image'], 'truth'),
  image: signature('image(nginx)', ['image'], 'image'),
  names: signature('names(nginx)', ['image'], 'list'),
  images: signature('images()', [], 'list'),
  size: signature('size(nginx)', ['image'], 'number'),
  layers: signature('layers(nginx)', ['image'], 'number'),
  'image-env': signature('image-env(nginx, PATH)', ['image', 'variable'], 'text'),
  'image-command': signature('image-command(nginx)', ['image'], 'text'),
  hub: signature('hub(me/web)', ['image'], 'truth'),
  'logged-in': signature('logged-in(docker.io)', ['registry'], 'truth'),
  'host-file': signature('host-file(note.txt)', ['host-path'], 'truth'),
  'host-content': signature('host-content(note.txt)', ['host-path'], 'text'),
  volume: signature('volume(data)', ['volume'], 'truth'),
  network: signature('network(front)', ['network'], 'truth'),
  count: signature('count(containers())', ['list'], 'number'),
} as const satisfies Readonly<Record<string, Signature>>;

export type FactName = keyof typeof vocabulary;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(vocabulary, name);
}

export function signatureOf(name: FactName): Signature {
  return vocabulary[name];
}

/** The type that a checked fact yields. */
export function factType(fact: Fact): FactType {
  switch (fact.kind) {
    case 'or':
    case 'and':
    case 'not':
    case 'compare':
      return 'truth';
    case 'call':
      return signatureOf(fact.name).yields;
    case 'text':
      return 'text';
    case 'number':
      return 'number';
  }
}
