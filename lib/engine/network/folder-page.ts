import type { RootFiles } from '../files/root-files';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The page that Python's `http.server` makes of a folder (Lib/http/server.py, `list_directory`); `shown` is the path that was asked for. */
export function folderPage(shown: string, files: RootFiles, folder: string): string {
  const title = `Directory listing for ${escaped(shown)}`;
  const path = folder === '/' ? '' : folder.replace(/\/$/, '');
  const names = [...files.list(path === '' ? '/' : path)].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  );
  const items = names.map((name) => {
    const entry = files.at(`${path}/${name}`);
    const [target, label] =
      entry?.kind === 'directory'
        ? [`${name}/`, `${name}/`]
        : [name, entry?.kind === 'link' ? `${name}@` : name];
    return `<li><a href="${encodeURI(target)}">${escaped(label)}</a></li>\n`;
  });
  return `<!DOCTYPE HTML>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n<h1>${title}</h1>\n<hr>\n<ul>\n${items.join('')}</ul>\n<hr>\n</body>\n</html>\n`;
}
