import type { ImageConfig } from './docker-json';
import type { LayerFiles } from './filesystem';
import type { Host, HostData } from './host';

/** One read-only layer as an author writes it. `size` is what the layer weighs in bytes, listed files or not. */
export interface LayerData {
  readonly size: number;
  readonly files: LayerFiles;
  /** Tells two layers with the same content apart, for example `debian:bookworm-20240722`. */
  readonly content: string;
}

/** One line of `docker history`; `layer` is the index of the layer it made, absent for a metadata step. */
export interface HistoryData {
  readonly createdBy: string;
  readonly layer?: number;
  readonly created?: string;
  readonly comment?: string;
}

/** An image of a registry as an author writes it, base layer first, oldest history first. */
export interface ImageData {
  /** The registry's host, `docker.io` for Docker Hub. */
  readonly registry: string;
  /** The path within the registry, `library/nginx` for an official image. */
  readonly repository: string;
  readonly tags: readonly string[];
  /** RFC 3339. */
  readonly created: string;
  readonly author?: string;
  readonly comment?: string;
  readonly config: ImageConfig;
  readonly layers: readonly LayerData[];
  readonly history: readonly HistoryData[];
}

/** Why nothing answers at a registry's address. */
export type Outage =
  /** Nobody listens there. */
  | 'refused'
  /** The name is not known to the resolver. */
  | 'unknown-host'
  /** The machine has no way to the network. */
  | 'no-network'
  /** Nobody answers within fifteen seconds. */
  | 'timeout';

/** How many images a registry gives away within a time; null is no limit. What is here already is not counted. */
export interface PullLimit {
  readonly hours: number;
  readonly anonymous: number | null;
  /** For each account. */
  readonly account: number | null;
}

/** A registry. `accounts` maps a user to a password; `push` says who may push. */
export interface RegistryData {
  readonly host: string;
  /** Whether reading asks for an account. */
  readonly pull: 'anyone' | 'account';
  /** `own-namespace`: an account may push to `<user>/*` only, as on Docker Hub. */
  readonly push: 'anyone' | 'account' | 'own-namespace';
  readonly accounts: Readonly<Record<string, string>>;
  /** What it speaks; by default `http` on the machine itself (where Docker allows it) and `https` elsewhere. */
  readonly serves?: 'https' | 'http' | 'self-signed';
  /** Nothing answers, and why. */
  readonly down?: Outage;
  /** The address that its name stands for, as errors show it. */
  readonly address?: string;
  readonly limit?: PullLimit;
  /** How its token service refuses a wrong password; without one it asks for the password itself (basic authentication). */
  readonly wrongPassword?: string;
  /** Whether its index can be searched, else the HTTP status that the search gets (404 by default, Docker Hub's lists). */
  readonly search?: 'lists' | number;
}

/** What a registry tells of a repository. */
export interface RepositoryData {
  readonly registry: string;
  readonly repository: string;
  readonly description?: string;
  readonly stars?: number;
  /** Seen only by the account that it belongs to, the first part of its path. */
  readonly private?: boolean;
}

/** What `buildCatalogue` receives: the learner's machine, the registries that exist and the images they hold at the start. */
export interface CatalogueData {
  readonly host: HostData;
  readonly registries: readonly RegistryData[];
  readonly images: readonly ImageData[];
  readonly repositories?: readonly RepositoryData[];
}

/** A layer with its content addresses. */
export interface Layer {
  /** `sha256:…` of the uncompressed layer. */
  readonly diffId: string;
  readonly size: number;
  readonly files: LayerFiles;
}

export interface HistoryEntry {
  readonly created: string;
  readonly createdBy: string;
  readonly comment: string;
  readonly emptyLayer: boolean;
}

/** An image: its configuration and the layers it stands on, addressed by the digest of the configuration. */
export interface Image {
  /** `sha256:…` */
  readonly id: string;
  readonly created: string;
  readonly author: string;
  readonly comment: string;
  readonly architecture: string;
  /** Of the architecture, `v7` of an arm; absent where it has none. */
  readonly variant?: string;
  readonly dockerVersion: string;
  readonly config: ImageConfig;
  /** The container configuration of a committed image; absent for a pulled one. */
  readonly containerConfig?: ImageConfig;
  readonly container: string;
  /** Layer diff ids, base first. */
  readonly layers: readonly string[];
  readonly history: readonly HistoryEntry[];
  /** The sum of the layers' sizes. */
  readonly size: number;
  /** The image it was committed from, `''` for a pulled one. */
  readonly parent: string;
}

/** What a registry holds under a tag. */
export interface Manifest {
  /** `sha256:…` of the manifest. */
  readonly digest: string;
  readonly image: Image;
  /** Compressed size of the manifest document itself, as `push` prints it. */
  readonly size: number;
}

/** The contents of one registry: repository path → tag → manifest. */
export type RegistryContents = Readonly<Record<string, Readonly<Record<string, Manifest>>>>;

/** The built catalogue. It is static: a sandbox refers to it and never copies it. */
export interface Catalogue {
  readonly host: Host;
  readonly registries: Readonly<Record<string, RegistryData>>;
  readonly contents: Readonly<Record<string, RegistryContents>>;
  readonly layers: Readonly<Record<string, Layer>>;
  /** Every image of every registry by id. */
  readonly images: Readonly<Record<string, Image>>;
  /** What is told of repositories, by `host/path`. */
  readonly repositories: Readonly<Record<string, RepositoryData>>;
}
