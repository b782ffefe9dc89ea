import type { CatalogueData, ImageData } from '@/lib/engine';
import { helloWorld } from './small';

/** A registry that gives away little, so that its limit is soon reached. */
const TIRED = 'tired.example.com';

/** The registries of the course's world; names under example.com stand for a company's own. */
export const registries: CatalogueData['registries'] = [
  {
    host: 'docker.io',
    pull: 'anyone',
    push: 'own-namespace',
    accounts: { learner: 'hubpass', me: 'hubpass', team: 'hubpass' },
    wrongPassword: 'incorrect username or password',
    search: 'lists',
    limit: { hours: 6, anonymous: 100, account: 200 },
  },
  {
    host: 'quay.io',
    pull: 'anyone',
    push: 'account',
    accounts: { learner: 'quaypass' },
    wrongPassword: 'Invalid Username or Password',
    search: 'lists',
  },
  {
    host: 'registry.example.com',
    pull: 'account',
    push: 'account',
    accounts: { learner: 's3cret' },
  },
  {
    host: TIRED,
    pull: 'anyone',
    push: 'account',
    accounts: { learner: 's3cret' },
    limit: { hours: 6, anonymous: 1, account: 3 },
  },
  { host: 'plain.example.com', pull: 'anyone', push: 'anyone', accounts: {}, serves: 'http' },
  {
    host: 'selfsigned.example.com',
    pull: 'anyone',
    push: 'anyone',
    accounts: {},
    serves: 'self-signed',
  },
  {
    host: 'closed.example.com',
    pull: 'anyone',
    push: 'anyone',
    accounts: {},
    down: 'refused',
    address: '203.0.113.17',
  },
  { host: 'slow.example.com', pull: 'anyone', push: 'anyone', accounts: {}, down: 'timeout' },
];

/** What the tired registry holds. */
export const tiredImages: readonly ImageData[] = ['one', 'two', 'three'].map((name) => ({
  ...helloWorld,
  registry: TIRED,
  repository: `samples/${name}`,
  tags: ['latest'],
  config: { ...helloWorld.config, Labels: { sample: name } },
}));
