import 'server-only';
import type { ApiRequest, Sandbox, Sent, World } from '@/lib/engine';
import type { DoorClock } from './door-clock';

/** What has become of a sandbox: its state now, and what happened on the way there. */
export type Moment = Omit<Sent, 'answer'>;

/** What a request did, and how long it took on the sandbox's clock, in milliseconds. */
export type DoorSent = Sent & { readonly took: number };

/** A sandbox as the door uses it. Requests are carried out one after another; each sees what those before it have done. */
export interface SandboxHandle {
  readonly id: string;
  readonly world: World;
  /** By which waits are held. */
  readonly clock: DoorClock;
  /** How often somebody else may have changed the sandbox without this process being told, in milliseconds; Infinity: never. */
  readonly lookEvery: number;
  /** Brings the sandbox to the present and sends it a request. */
  send(request: ApiRequest): Promise<DoorSent>;
  /** Brings it to the present. */
  look(): Promise<Sandbox>;
  /** The present on the sandbox's clock, in milliseconds since the epoch; its state may be behind, or ahead while it is held. */
  present(): number;
  /** Calls `listener` after every change, whoever made it. Returns what ends that. */
  watch(listener: (moment: Moment) => void): () => void;
}

/** What a key opens: a sandbox, or nothing, and why. */
export type Opened =
  | { readonly kind: 'open'; readonly handle: SandboxHandle }
  | { readonly kind: 'refused'; readonly reason: 'unknown' | 'expired' | 'revoked' };

/** Where the sandboxes are that a door serves. */
export interface SandboxHost {
  /** Whether the path begins with a key; without, there is one sandbox, at the key `''`. */
  readonly keyed: boolean;
  /** Tells the pages of the same Drydock that this is its door (door-sign.ts); null: it has none. */
  readonly sign: string | null;
  open(key: string): Promise<Opened>;
}
