/** The words of the engine stage: what is drawn of a Docker host at one moment. Every value here is plain JSON. */

export type ContainerStateName =
  'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** A tag that a registry holds. */
export interface RegistryEntry {
  /** As it is written after the registry's host: `nginx:latest`, `team/app:1`. */
  readonly name: string;
  /** The short id of the image that stands there. */
  readonly image: string;
  /** It came there by a push from this host. */
  readonly pushed: boolean;
}

/** A registry that this host has to do with: images came from it or went there, or somebody is logged in. */
export interface RegistryPicture {
  /** `docker.io` for Docker Hub. */
  readonly host: string;
  readonly user: string | null;
  readonly entries: readonly RegistryEntry[];
}

export interface LayerPicture {
  /** The first 12 digits of the layer's content address. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** One image of the local store. */
export interface ImagePicture {
  /** The short id: 12 digits. */
  readonly id: string;
  readonly names: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** Base first. Two images share the layers with which both begin. */
  readonly layers: readonly LayerPicture[];
  /** Taken from the store by force; only its layers are left, because a container stands on them. */
  readonly held: boolean;
}

export interface PortPicture {
  /** In the container: `80/tcp`. */
  readonly inside: string;
  /** On the host, or null when the port is only exposed. */
  readonly outside: { readonly address: string; readonly port: number } | null;
}

export interface MountPicture {
  readonly kind: 'volume' | 'bind';
  /** The volume's name, or the folder of the host. */
  readonly source: string;
  readonly path: string;
  readonly readonly: boolean;
}

/** One container. */
export interface ContainerPicture {
  /** The short id: 12 digits. */
  readonly id: string;
  readonly name: string;
  /** The image as `docker ps` shows it. */
  readonly image: string;
  /** The short id of its image. */
  readonly imageId: string;
  readonly state: ContainerStateName;
  /** Of the run that has ended; null while there is none. */
  readonly exitCode: number | null;
  /** When its main process began, RFC 3339; null before the first start. */
  readonly startedAt: string | null;
  /** May its processes be scheduled? */
  readonly cpu: boolean;
  /** Bytes of memory. */
  readonly memory: number;
  /** How many paths its writable layer adds, changes or hides, and how many bytes that takes. */
  readonly written: { readonly paths: number; readonly size: number };
  readonly ports: readonly PortPicture[];
  readonly mounts: readonly MountPicture[];
  /** Names of the networks that somebody made and it is on. */
  readonly networks: readonly string[];
}

export interface VolumePicture {
  readonly name: string;
  /** Its name is 64 digits that nobody chose. */
  readonly anonymous: boolean;
}

/** A network that somebody made; the three that every host has are not drawn. */
export interface NetworkPicture {
  readonly name: string;
  readonly driver: string;
}

/** A Docker host at one moment, the oldest containers first, everything else by name. */
export interface Picture {
  readonly registries: readonly RegistryPicture[];
  readonly images: readonly ImagePicture[];
  readonly containers: readonly ContainerPicture[];
  readonly volumes: readonly VolumePicture[];
  readonly networks: readonly NetworkPicture[];
}

/** A host with nothing on it. */
export const emptyPicture: Picture = {
  registries: [],
  images: [],
  containers: [],
  volumes: [],
  networks: [],
};

/** One step of a run as it is shown: the command, what it printed, what it changed in one sentence, and the host after it. */
export interface StageFrame {
  readonly command: string;
  /** What stood before the line where it was typed into a container; left out at the host's own prompt. */
  readonly prompt?: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** What the step changed, in one sentence in the reader's language. */
  readonly change: string;
  readonly picture: Picture;
  /** The host before this step; only the first frame of a run needs it. */
  readonly from?: Picture;
}
