/** Who owns an entry, who may do what with it and when its content was last changed. What is left out is as `files/attributes.ts` says. */
export interface Attributes {
  /** The permission bits with setuid, setgid and sticky: `0o644`. */
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  /** Milliseconds since the epoch. */
  readonly mtime?: number;
  /** Entries of one tree with the same mark are one file under several names (hard links). */
  readonly inode?: string;
}

/**
 * What lies at a path. Content is text or a run of zeros, so that the catalogue's big layers are never materialised; a `program` is an executable
 * whose behaviour is simulated (lib/engine/process/programs), named by `program`.
 */
export type FileEntry = Attributes &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'zeros'; readonly size: number }
    | { readonly kind: 'program'; readonly program: string; readonly size: number }
    /** A symbolic link. */
    | { readonly kind: 'link'; readonly target: string }
    /** A character device by its two numbers. */
    | { readonly kind: 'device'; readonly major: number; readonly minor: number }
    /** `opaque`: nothing of a folder that stood here below is seen through it. */
    | { readonly kind: 'directory'; readonly opaque?: true }
  );

/** A change in a layer: an entry that stands at the path from now on, or a whiteout that hides what was below with everything in it. */
export type LayerChange = FileEntry | { readonly kind: 'whiteout' };

/** Files by absolute path, without a trailing slash; the root itself is listed only where it is that of a volume or of a tmpfs and has attributes of its own. */
export type LayerFiles = Readonly<Record<string, LayerChange>>;
