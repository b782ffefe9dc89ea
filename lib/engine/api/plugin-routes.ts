import { errorAnswer, jsonAnswer } from './answers';
import type { Route } from './route';

const absent: Route['answer'] = ({ name }) =>
  errorAnswer(404, `plugin ${JSON.stringify(name)} not found`);

/** No plugin is ever installed (moby daemon's plugin/store.go). */
export const pluginRoutes: readonly Route[] = [
  { method: 'GET', path: '/plugins', answer: () => jsonAnswer([]) },
  { method: 'GET', path: '/plugins/{name...}/json', answer: absent },
  { method: 'DELETE', path: '/plugins/{name...}', answer: absent },
  ...['enable', 'disable', 'set', 'push'].map((verb): Route => ({
    method: 'POST',
    path: `/plugins/{name...}/${verb}`,
    answer: absent,
  })),
];
