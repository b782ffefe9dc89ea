import type { HealthConfig } from '../../docker-json';

/** A name and its value. Of an ARG without a default the value is null. */
export interface Argument {
  readonly name: string;
  readonly value: string | null;
}

export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** A command line: `prependShell` when it was not written as a JSON array. */
export interface CommandWords {
  readonly words: readonly string[];
  readonly prependShell: boolean;
}

/** `COPY`, `ADD`: what is copied where. */
export interface CopyWords {
  readonly sources: readonly string[];
  readonly destination: string;
  readonly chown: string;
  readonly chmod: string;
  /** A stage or an image; `''`: the build context. */
  readonly from: string;
}

/** What an instruction asks for, as it is written: variables are put in when it is carried out. */
export type Order =
  | { readonly kind: 'env' | 'label'; readonly pairs: readonly Pair[]; readonly literal?: true }
  | { readonly kind: 'arg'; readonly arguments: readonly Argument[] }
  | { readonly kind: 'maintainer'; readonly text: string }
  | { readonly kind: 'onbuild' | 'user' | 'workdir' | 'stopsignal'; readonly text: string }
  | ({ readonly kind: 'add' } & CopyWords)
  | ({ readonly kind: 'copy' } & CopyWords)
  | { readonly kind: 'run'; readonly command: CommandWords; readonly flag: string | null }
  | { readonly kind: 'cmd' | 'entrypoint'; readonly command: CommandWords }
  | { readonly kind: 'expose' | 'volume' | 'shell'; readonly words: readonly string[] }
  | { readonly kind: 'healthcheck'; readonly health: HealthConfig };

/** An instruction with its text as `Step` shows it. */
export type Instruction = Order & { readonly code: string };

/** `FROM base AS name`. */
export interface From {
  readonly kind: 'from';
  readonly base: string;
  /** In small letters; `''` when the stage has no name. */
  readonly name: string;
  readonly platform: string;
  readonly code: string;
}
