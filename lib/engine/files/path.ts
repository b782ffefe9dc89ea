/** The folder that a path lies in; the root's is the root. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A name in a folder. */
export function join(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}

/** Is the path the folder itself, or does it lie in it? */
export function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

/** Is a path surely absolute and normal? Of one with a hidden file that is not known without a closer look. */
function isNormal(path: string): boolean {
  if (path === '/') return true;
  return (
    path.startsWith('/') && !path.endsWith('/') && !path.includes('/.') && !path.includes('//')
  );
}

/** A path made absolute and normal: `.` and `..` resolved, no trailing slash. Symbolic links are not looked at. */
export function resolvePath(cwd: string, path: string): string {
  if (isNormal(path)) return path;
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}
