import { readArchive, statPath, writeArchive, type Archive } from '../container/archive';
import { getContainer } from '../container/find';
import { emitContainer } from '../turn';
import { emptyAnswer, jsonAnswer } from './answers';
import { archivePath, pathStatHeader } from './path-stat';
import { flagOf, membersOf } from './read-json';
import type { Route } from './route';

/** The files in the body of an upload; the HTTP door unpacks the tar. */
function readFiles(body: unknown): Archive {
  return membersOf(body) as Archive;
}

/** Files into a container and out of it (moby api/server/router/container/copy.go). */
export const copyRoutes: readonly Route[] = [
  {
    method: 'HEAD',
    path: '/containers/{name}/archive',
    answer: ({ turn, name, query }) => ({
      headers: pathStatHeader(statPath(turn, name, archivePath(query))),
      ...emptyAnswer(200),
    }),
  },
  {
    method: 'GET',
    path: '/containers/{name}/archive',
    answer: ({ turn, name, query }) => {
      const path = archivePath(query);
      const archive = readArchive(turn, name, path);
      emitContainer(turn, 'archive-path', getContainer(turn.state, name));
      return { headers: pathStatHeader(statPath(turn, name, path)), ...jsonAnswer(archive) };
    },
  },
  {
    method: 'PUT',
    path: '/containers/{name}/archive',
    answer: ({ turn, name, query, request }) => {
      writeArchive(turn, name, {
        path: archivePath(query),
        archive: readFiles(request.body),
        copyOwner: flagOf(query['copyUIDGID']),
      });
      emitContainer(turn, 'extract-to-dir', getContainer(turn.state, name));
      return emptyAnswer(200);
    },
  },
];
