import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeTemplate } from '@/lib/quiz/completion/complete-template';
import type { JsonSchema } from '@/lib/quiz/schema/json-schema';
import { ofEveryKind } from '../context-for-tests';

const schema = JSON.parse(readFileSync('content/schema/template.json', 'utf8')) as JsonSchema;
const paused = 'A paused container keeps its memory.';
const source = { schema, words: new Map([['lifecycle.paused', paused]]) };

/** What is offered where the text has ‸. */
function at(marked: string, asked = true) {
  const offset = marked.indexOf('‸');
  return completeTemplate(marked.replace('‸', ''), offset, source, asked);
}
const labelsAt = (marked: string, asked = true) =>
  at(marked, asked)?.options.map(({ label }) => label) ?? null;

/** The text once the author has taken an offer. */
function taken(marked: string, label: string): string | undefined {
  const offered = at(marked);
  const option = offered?.options.find((each) => each.label === label);
  const text = marked.replace('‸', '');
  return offered && option
    ? `${text.slice(0, offered.from)}${option.insert}${text.slice(offered.to)}`
    : undefined;
}

const head = 'id: a\nconcept: lifecycle.paused\n';
const kinds = Object.keys(ofEveryKind);
const difficulties = ['easy', 'medium', 'hard'];
const misreadings = ['namespace-is-registry', 'no-slash-means-local', 'tag-optional-means-none'];
const words = ['ko', 'en'];

describe('keys', () => {
  test('of a new template: those that it must have come first', () => {
    expect(labelsAt('‸')?.slice(0, 2)).toEqual(['id', 'concept']);
    expect(labelsAt('‸')).toEqual(expect.arrayContaining([...kinds, 'with', 'given', 'ask']));
    expect(labelsAt('- ‸')).toEqual(labelsAt('‸'));
  });

  test('say what they mean in the words of the published schema', () => {
    const [id] = at('‸')?.options ?? [];
    expect(id).toEqual({
      label: 'id',
      kind: 'key',
      info: 'Lower-case words joined by -, unique in the course. Example: id: paused-keeps-memory',
      insert: 'id: ',
    });
  });

  test('that stand there already are not offered again, above the cursor or below', () => {
    expect(labelsAt(`‸\n${head}do: docker ps\n`)).not.toContain('concept');
    expect(labelsAt(`${head}‸\nask: { ko: 가, en: a }`)).toContain('do');
    expect(labelsAt(`${head}‸\nask: { ko: 가, en: a }`)).not.toContain('ask');
    expect(labelsAt('- id: a\n  given: x\n- id: b\n  ‸')).toContain('given');
  });

  test('of a second kind are not offered, nor what does not go with what is there', () => {
    const left = labelsAt(`${head}choice:\n  see: state(web)\n‸`) ?? [];
    expect(left.filter((key) => kinds.includes(key))).toEqual([]);
    const besides = (key: string) => labelsAt(`${head}order:\n  ${key}: [a, b, c]\n  ‸`);
    expect(besides('steps')).toEqual(['goal', 'beliefs']);
    expect(besides('lines')).toEqual(['goal', 'file', 'then', 'beliefs']);
  });

  test.each([
    ['in a mapping below', `${head}choice:\n  ‸`, ['see', 'beliefs', 'say']],
    ['half written', `${head}choice:\n  see: state(web)\n  b‸`, ['beliefs', 'say']],
    ['in the words of an outcome', `${head}choice:\n  say:\n    running: { ‸ }`, words],
    ['after the first', `${head}choice:\n  say:\n    running: { ko: 실행, ‸`, ['en']],
    ['in brackets that are never closed', `${head}ask: { ko: 가, e‸\ngiven: x\ndo: y`, ['en']],
    ['on a line of its own in brackets', `${head}ask:\n  {\n    ko: 가,\n    ‸\n  }\n`, ['en']],
    ['in an entry of a list', `${head}given:\n  - run: x\n    ‸`, ['fails', 'hidden']],
    ['in an entry in brackets', `${head}given: [docker ps, { ‸ }]`, ['run', 'fails', 'hidden']],
    ['in a list in its key’s column', `${head}given:\n- run: x\n  ‸`, ['fails', 'hidden']],
    ['in a template of a list', `- id: a\n  predict:\n    ‸`, ['see', 'beliefs']],
    ['after a block text', `${head}explain:\n  ko: |\n    말\n    또 말\n  ‸`, ['en']],
    ['after a comment', `${head}ask:\n  # words\n  ko: 가 # really\n  ‸`, ['en']],
    ['after quotes over two lines', `${head}ask:\n  ko: "가\n    나: 다"\n  ‸`, ['en']],
    ['of a mapping whose keys are free: none', `${head}with:\n  ‸`, null],
    ['of a key that does not exist: none', `${head}chioce:\n  ‸`, null],
  ])('%s', (_what, marked, expected) => {
    expect(labelsAt(marked)).toEqual(expected);
  });

  test('are written with their colon, once', () => {
    expect(taken(`${head}cho‸`, 'choice')).toBe(`${head}choice: `);
    expect(taken(`${head}d‸: docker ps`, 'do')).toBe(`${head}do: docker ps`);
    expect(taken(`${head}ask: { k‸o: 가 }`, 'ko')).toBe(`${head}ask: { ko: 가 }`);
  });
});

describe('values', () => {
  test.each([
    ['of an enumeration', `${head}difficulty: ‸`, difficulties],
    ['half written', `${head}difficulty: me‸`, difficulties],
    ['that are yes or no', `${head}given:\n  - { run: x, fails: ‸ }`, ['true', 'false']],
    ['in brackets', `parts:\n  ask: [registry, ‸]`, ['registry', 'namespace', 'name', 'tag']],
    ['in a list', `${head}parts:\n  beliefs:\n    - ‸`, misreadings],
    ['in a list in its key’s column', `${head}parts:\n  beliefs:\n  - no‸`, misreadings],
    ['in brackets over lines', `parts:\n  beliefs:\n    [\n      no‸\n    ]`, misreadings],
    ['right after a colon: none, a space is missing', `${head}difficulty:‸`, null],
    ['in a comment: none', `${head}difficulty: # ‸`, null],
    ['of a text: none', `${head}do: docker ‸`, null],
    ['in quotes: none', `${head}do: "‸"`, null],
    ['in a block text: none', `${head}explain:\n  ko: |\n    ‸`, null],
  ])('%s', (_what, marked, expected) => {
    expect(labelsAt(marked)).toEqual(expected);
  });

  test('are concepts, with what each means', () => {
    const offered = at('concept: lif‸')?.options ?? [];
    expect(offered.find(({ label }) => label === 'lifecycle.paused')).toEqual({
      label: 'lifecycle.paused',
      kind: 'value',
      info: paused,
      insert: 'lifecycle.paused',
    });
    expect(taken('concept: lifecycle.pa‸used\n', 'lifecycle.stopped')).toBe(
      'concept: lifecycle.stopped\n',
    );
  });

  test('are misconceptions', () => {
    expect(labelsAt(`${head}choice:\n  beliefs: [pause-is-stop, p‸]`)).toContain('pause-keeps-cpu');
  });
});

describe('parameters', () => {
  const some = 'with: { name: [web, api], "first, second": [a, b] }\n';
  test.each([
    ['in a command', `${some}do: docker stop <‸`],
    ['in a command in brackets', `${some}given: [docker ps, docker stop <na‸]`],
    ['in quotes', `${some}ask: { ko: "\`<‸\`은(는)", en: x }`],
    ['in a block text', `${some}explain:\n  en: |\n    now <‸`],
    ['before they are declared', `do: docker stop <‸\n${some}`],
  ])('%s', (_what, marked) => {
    expect(labelsAt(marked, false)).toEqual(['name', 'first', 'second']);
  });

  test('are those of their own template', () => {
    const two = '- id: a\n  with: { x: [a, b] }\n- id: b\n  with:\n    y: 1..9\n  do: stop <‸';
    expect(labelsAt(two)).toEqual(['y']);
  });

  test('are closed once, and a literal < offers none', () => {
    expect(taken(`${some}do: docker stop <‸`, 'name')).toBe(`${some}do: docker stop <name>`);
    expect(taken(`${some}do: docker stop <‸>`, 'name')).toBe(`${some}do: docker stop <name>`);
    expect(labelsAt(`${some}do: echo \\<‸`)).toBeNull();
  });
});

describe('facts', () => {
  const given = `with: { name: [web, api] }
given: [docker volume create notes, "docker run -d --name <name> -p 80:80 -v notes:/data nginx:1.27"]
do: docker commit <name> me/site:1
`;
  const names = ['<name>'];
  const images = ['nginx:1.27', 'me/site:1'];

  test.each([
    ['what it is asked of: a container', `choice:\n  see: state(‸`, names],
    ['an image', `type:\n  goal: local(‸`, images],
    ['a volume', `order:\n  goal: volume(n‸)`, ['notes']],
    ['anything that has a name', `lab:\n  never: [removed(‸`, [...names, ...images, 'notes']],
    ['in quotes', `lab:\n  goal: ["attached(‸`, names],
    ['a list', `type:\n  goal: count(‸) == 1`, ['containers', 'names', 'images']],
    ['a port, which is the author’s own: none', `type:\n  goal: publishes(web, ‸`, null],
    ['what an image is compared with', `type:\n  goal: image(a) == ‸`, ['made-from', 'image']],
    [
      'what a policy may be',
      `type:\n  goal: restart-policy(a) == ‸`,
      ['no', 'always', 'unless-stopped', 'on-failure'],
    ],
    ['words for a fact: none of the engine', `lab:\n  goal: { fact: x, say: { ko: st‸`, null],
    ['a command that is no fact: none', `predict:\n  see: docker ps -‸`, null],
  ])('are completed with %s', (_what, marked, expected) => {
    expect(labelsAt(`${given}${marked}`, false)).toEqual(expected);
  });

  test.each([
    ['alone', 'choice:\n  see: sta‸'],
    ['of a label', 'choice:\n  see: { cpu: sch‸'],
    ['of a statement', 'several:\n  statements:\n    - fact: ru‸'],
    ['in a list', 'type:\n  goal:\n    - ru‸'],
    ['behind another', 'type:\n  goal: running(a) and not ru‸'],
  ])('are offered %s, each with an example', (_what, marked) => {
    const offers = at(marked, false)?.options ?? [];
    expect(offers.find(({ label }) => label === 'running')).toEqual({
      label: 'running',
      kind: 'fact',
      info: 'running(web)',
      insert: 'running(',
    });
  });

  test('take the place of a whole name, and know the names of their own template only', () => {
    const two = `- id: a\n  do: docker pull redis\n- id: b\n  do: docker pull quay.io/me/a:1\n  type:\n    goal: local(quay.io/m‸e/)`;
    expect(labelsAt(two)).toEqual(['quay.io/me/a:1']);
    expect(taken(two, 'quay.io/me/a:1')).toMatch(/goal: local\(quay\.io\/me\/a:1\)$/);
  });
});

describe('while the author only types', () => {
  test.each([
    ['nothing comes before the first letter of a key', `${head}‸`, null],
    ['nor where a text may stand', `${head}given:\n  - d‸`, null],
    ['keys come with their first letter', `${head}choice:\n  b‸`, ['see', 'beliefs', 'say']],
    ['values come at once', `${head}difficulty: ‸`, difficulties],
  ])('%s', (_what, marked, expected) => {
    expect(labelsAt(marked, false)).toEqual(expected);
  });
});

test('at every place of a good template of every kind an offer takes the place of one word', () => {
  let offers = 0;
  for (const yaml of Object.values(ofEveryKind)) {
    for (let offset = 0; offset <= yaml.length; offset++) {
      const offered = completeTemplate(yaml, offset, source);
      if (offered === null) continue;
      offers++;
      expect(offered.from).toBeLessThanOrEqual(offset);
      expect(offered.to).toBeGreaterThanOrEqual(offset);
      expect(yaml.slice(offered.from, offered.to)).toMatch(/^[\w.+/:-]*$/);
    }
  }
  expect(offers).toBeGreaterThan(100);
});

test('any text is survived at any place', () => {
  const signs = [
    'id',
    'choice',
    'ko',
    ':',
    ': ',
    ' ',
    '  ',
    '\n',
    '- ',
    '-',
    '가',
    '<',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    '|',
  ];
  const piece = fc.constantFrom(...signs);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(80), (pieces, offset) => {
      const text = pieces.join('');
      const offered = completeTemplate(text, Math.min(offset, text.length), source);
      expect(offered?.options).not.toEqual([]);
    }),
  );
});
