import type { HostConfig } from '../docker-json';
import type { Credentials } from '../registry/remote';

/** What `POST /build` asks for besides the context. */
export interface BuildOptions {
  /** The Dockerfile's path in the context; `''` is `Dockerfile`. */
  readonly dockerfile: string;
  readonly tags: readonly string[];
  /** `--build-arg`; a null value was given by name alone. */
  readonly args: ReadonlyMap<string, string | null>;
  readonly labels: ReadonlyMap<string, string>;
  /** `''`: the last stage. */
  readonly target: string;
  readonly platform: string;
  /** Only the image's id is told. */
  readonly quiet: boolean;
  readonly noCache: boolean;
  /** Images that the cache may be taken from; none: every image that was built here. */
  readonly cacheFrom: readonly string[];
  readonly pull: boolean;
  readonly remove: boolean;
  readonly forceRemove: boolean;
  /** Of the containers that steps run in. */
  readonly hostConfig: HostConfig;
  /** Logins by registry host, Docker Hub's under `docker.io`. */
  readonly logins: ReadonlyMap<string, Credentials>;
}
