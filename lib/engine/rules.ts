/**
 * The rules that the operations consult and that a misconception may override. Each is a small function of values, so that a belief about Docker
 * is one function replaced. `trueRules` is Docker 28.
 */

/** A published port with its parts in the order typed: `-p first:second`. */
export interface TypedPort {
  readonly first: string;
  readonly second: string;
}

/** A port taken on the host by a container, or wanted by one. */
export interface HostPort {
  readonly ip: string;
  readonly port: number;
  readonly protocol: string;
  readonly containerPort: number;
}

/** Who and what a writable layer belongs to. */
export interface LayerOwner {
  readonly containerId: string;
  readonly containerName: string;
  readonly imageId: string;
}

/** A tag and when its image was made (RFC 3339). */
export interface TagMade {
  readonly tag: string;
  readonly created: string;
}

/** A reference taken apart: `domain` and `path` after normalising. */
export interface RemoteName {
  readonly domain: string;
  readonly path: string;
}

export interface Rules {
  // images
  /** May `start`, `stop` and `restart` be given an image's name? */
  readonly imageCanBeStarted: () => boolean;
  /** Whose writable layer a container's processes write to: containers with equal keys share files. */
  readonly writableLayerKey: (owner: LayerOwner) => string;
  /** Do the files in a layer with this key count as part of the image? */
  readonly writesChangeImage: () => boolean;
  readonly removingContainerKeepsImage: () => boolean;
  readonly stoppedContainerUsesImage: () => boolean;
  readonly untagKeepsOtherNames: () => boolean;
  /** Is the new name another name of the same image, not a copy? */
  readonly tagSharesImage: () => boolean;
  readonly tagKeepsOldName: () => boolean;
  /** The tag meant by `latest`; `tags` tells the repository's tags and when their images were made. */
  readonly latestMeans: (tags: () => readonly TagMade[]) => string;
  /** The tag of a name given without one; null when it has none. */
  readonly tagWhenNoneGiven: () => string | null;
  /** Does deleting a file in a later layer make the image smaller? */
  readonly deletingShrinksImage: () => boolean;

  // containers
  readonly exitedContainerIsKept: () => boolean;
  /** Does stopping leave the container's files alone? */
  readonly stopKeepsFiles: () => boolean;
  /** Does `run` make a new container, even when one of the image exists? */
  readonly runMakesNewContainer: () => boolean;
  /** Does `start` continue with the container's own files? */
  readonly startKeepsFiles: () => boolean;
  /** Does a restart read the image's name and configuration again? */
  readonly restartReadsImageAgain: () => boolean;
  readonly removeDeletesFiles: () => boolean;
  readonly containerEndsWithMainProcess: (container: { readonly detached: boolean }) => boolean;
  readonly execExitEndsContainer: () => boolean;
  /** The words that run: the image's Cmd, or the arguments in its place. */
  readonly commandOf: (imageCmd: readonly string[], args: readonly string[]) => readonly string[];
  /** How long a stop waits, in ms: at least so long, and at most so long before the process is killed. */
  readonly stopPatience: (grace: number) => { readonly least: number; readonly most: number };
  /** Does pausing freeze the processes, so that the container is still there to be resumed? */
  readonly pauseFreezes: () => boolean;
  readonly pausedContainerIsScheduled: () => boolean;
  readonly pausedContainerKeepsMemory: () => boolean;
  readonly createdContainerUsesMemory: () => boolean;
  /** Does a container see the host's kernel? */
  readonly containerSharesKernel: () => boolean;

  // commit
  readonly commitLeavesContainerRunning: () => boolean;
  readonly commitLeavesBaseUnchanged: () => boolean;
  readonly commitLeavesVolumesOut: () => boolean;

  // builds
  /** Do the instructions after a RUN begin in the folder in which its shell ended? */
  readonly runKeepsFolder: () => boolean;
  /** Do the instructions after a RUN have the variables that its shell exported? */
  readonly runKeepsVariables: () => boolean;
  /** Does an image stay as it was built, whatever becomes of its Dockerfile? */
  readonly builtImageStandsAlone: () => boolean;

  // ports
  readonly portMapping: (typed: TypedPort) => { readonly host: string; readonly container: string };
  readonly portsConflict: (taken: HostPort, wanted: HostPort) => boolean;
  /** Can ports conflict that are not the same on the host? */
  readonly unequalPortsMayConflict: () => boolean;
  readonly exposedPortsArePublished: () => boolean;
  /** Is `localhost` inside a container the container itself, not the host? */
  readonly localhostIsContainer: () => boolean;

  // volumes
  /** Does a bind mount hide what the image has at its path? */
  readonly bindHidesImageFiles: () => boolean;
  readonly removingContainerKeepsNamedVolumes: () => boolean;

  // registries
  /** Where a name is looked for; null: nowhere but the local store. */
  readonly remoteOf: (name: RemoteName) => RemoteName | null;
  readonly runLooksLocallyFirst: () => boolean;
  readonly pullLeavesContainersAlone: () => boolean;
  readonly pullOnlyStores: () => boolean;
  readonly pushNeedsLogin: () => boolean;
  readonly pushSendsImageOnly: () => boolean;
}

const anyAddress = (ip: string): boolean => ip === '' || ip === '0.0.0.0' || ip === '::';

/** Docker as it is. */
export const trueRules: Rules = {
  imageCanBeStarted: () => false,
  writableLayerKey: (owner) => owner.containerId,
  writesChangeImage: () => false,
  removingContainerKeepsImage: () => true,
  stoppedContainerUsesImage: () => true,
  untagKeepsOtherNames: () => true,
  tagSharesImage: () => true,
  tagKeepsOldName: () => true,
  latestMeans: () => 'latest',
  tagWhenNoneGiven: () => 'latest',
  deletingShrinksImage: () => false,
  exitedContainerIsKept: () => true,
  stopKeepsFiles: () => true,
  runMakesNewContainer: () => true,
  startKeepsFiles: () => true,
  restartReadsImageAgain: () => false,
  removeDeletesFiles: () => true,
  containerEndsWithMainProcess: () => true,
  execExitEndsContainer: () => false,
  commandOf: (imageCmd, args) => (args.length > 0 ? args : imageCmd),
  stopPatience: (grace) => ({ least: 0, most: grace }),
  pauseFreezes: () => true,
  pausedContainerIsScheduled: () => false,
  pausedContainerKeepsMemory: () => true,
  createdContainerUsesMemory: () => false,
  containerSharesKernel: () => true,
  commitLeavesContainerRunning: () => true,
  commitLeavesBaseUnchanged: () => true,
  commitLeavesVolumesOut: () => true,
  runKeepsFolder: () => false,
  runKeepsVariables: () => false,
  builtImageStandsAlone: () => true,
  portMapping: ({ first, second }) => ({ host: first, container: second }),
  portsConflict: (taken, wanted) =>
    taken.port === wanted.port &&
    taken.protocol === wanted.protocol &&
    (taken.ip === wanted.ip || anyAddress(taken.ip) || anyAddress(wanted.ip)),
  unequalPortsMayConflict: () => false,
  exposedPortsArePublished: () => false,
  localhostIsContainer: () => true,
  bindHidesImageFiles: () => true,
  removingContainerKeepsNamedVolumes: () => true,
  remoteOf: (name) => name,
  runLooksLocallyFirst: () => true,
  pullLeavesContainersAlone: () => true,
  pullOnlyStores: () => true,
  pushNeedsLogin: () => true,
  pushSendsImageOnly: () => true,
};
