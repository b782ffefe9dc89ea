/**
 * What lies at a path. Content is text or a run of zeros, so that the catalogue's big layers are never materialised; a `program` is an executable
 * whose behaviour is simulated (lib/engine/process/programs), named by `program`.
 */
export type FileEntry =
  | { readonly kind: 'text'; readonly text: string; readonly mode?: number }
  | { readonly kind: 'zeros'; readonly size: number; readonly mode?: number }
  | { readonly kind: 'program'; readonly program: string; readonly size: number }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'directory'; readonly mode?: number };

/** A change in a layer: an entry that stands at the path from now on, or a whiteout that hides what was below. */
export type LayerChange = FileEntry | { readonly kind: 'whiteout' };

/** Files by absolute path, without a trailing slash; the root itself is never listed. */
export type LayerFiles = Readonly<Record<string, LayerChange>>;
