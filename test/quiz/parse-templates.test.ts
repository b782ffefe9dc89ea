import { describe, expect, test } from 'vitest';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { problemLine } from '@/lib/quiz/template-problem';
import { known } from './known-for-tests';

const paused = `- id: paused-keeps-memory
  concept: lifecycle.paused
  with: { name: [web, api, db], image: [nginx, redis, httpd] }
  given: [docker run -d --name <name> <image>]          # shown with its output
  do: docker pause <name>
  ask: { ko: "\`<name>\`은(는) 지금 무엇을 쓰나요?", en: "What does \`<name>\` use now?" }
  choice:
    see: { cpu: schedulable(<name>), mem: memory(<name>) > 0 }
    say:
      cpu+mem: { ko: CPU와 메모리, en: CPU and memory }
      mem: { ko: 메모리만, en: memory only }
      cpu: { ko: CPU만, en: CPU only }
      none: { ko: 둘 다 쓰지 않음, en: neither }
    beliefs: [pause-keeps-cpu, pause-frees-memory]
  source: [S0#41-43, S4#54]
`;

const ofEachKind = `${paused}
- id: publish-own-copy
  concept: registry.pull-push
  order:
    steps: [docker pull nginx, docker tag nginx me/web, docker login, docker push me/web]
    goal: hub(me/web)
- id: second-name
  concept: name.grammar
  given: [docker pull nginx]
  ask: { ko: "\`nginx\`에 이름 \`my:1\`을(를) 더하세요.", en: "Also name \`nginx\` \`my:1\`." }
  type:
    goal: image(my:1) == image(nginx)
    solution: docker tag nginx my:1
    wrong: [docker tag my:1 nginx, docker rename nginx my:1]
- id: run-again
  concept: lifecycle.running
  given:
    - docker run -d --name a nginx
    - { run: docker start nothing, fails: true }
    - { run: docker stop a, hidden: true }
  predict:
    see: docker ps -a --format '{{.Names}} {{.State}}'
    beliefs: [exit-removes-container]
- id: read-a-name
  concept: name.grammar
  with: { reference: [nginx, hashicorp/http-echo:1.0] }
  parts: { reference: <reference>, beliefs: [namespace-is-registry] }
- id: card-paused
  concept: lifecycle.paused
  ask: { ko: 무엇을 쓰나요?, en: What does it use? }
  flashcard:
    back: { ko: 메모리만., en: Memory only. }
    holds: not schedulable(web)
  given: docker run -d --name web nginx
  do: docker pause web
`;

function problemsOf(yaml: string): string[] {
  const parsed = parseTemplates(yaml, 'x.yaml', known);
  return parsed.ok ? [] : parsed.error.map(problemLine);
}

describe('a good file', () => {
  test('gives a template of every kind', () => {
    const parsed = parseTemplates(ofEachKind, 'x.yaml', known);
    expect(problemsOf(ofEachKind)).toEqual([]);
    expect(parsed.ok && parsed.value.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'paused-keeps-memory choice',
      'publish-own-copy order',
      'second-name type',
      'run-again predict',
      'read-a-name parts',
      'card-paused flashcard',
    ]);
  });

  test('a template alone, without a list, is read as the studio shows it', () => {
    const alone = paused.replace(/^- /, '  ').replaceAll(/^ {2}/gm, '');
    const parsed = parseTemplates(alone, 'studio', known);
    expect(parsed.ok && parsed.value.map(({ id }) => id)).toEqual(['paused-keeps-memory']);
  });

  test('keeps the text of each template, and that text parses to the same template', () => {
    const parsed = parseTemplates(ofEachKind, 'x.yaml', known);
    if (!parsed.ok) throw new Error('does not parse');
    for (const template of parsed.value) {
      const again = parseTemplates(template.yaml, 'x.yaml', known);
      const [first] = again.ok ? again.value : [];
      expect({ ...first, positions: {} }).toEqual({ ...template, positions: {} });
    }
  });

  test('knows where each part is written', () => {
    const parsed = parseTemplates(paused, 'x.yaml', known);
    const positions = parsed.ok ? parsed.value[0]?.positions : undefined;
    expect(positions?.['choice.beliefs.1']).toEqual({ line: 14, column: 32 });
    expect(positions?.['given.0']).toEqual({ line: 4, column: 11 });
  });

  test('scalars stay the texts they are: versions, yes and dates', () => {
    const yaml = paused.replace('[web, api, db]', '[1.10, yes, 2024-01-01]');
    const parsed = parseTemplates(yaml, 'x.yaml', known);
    expect(parsed.ok && parsed.value[0]?.parameters[0]?.draw).toEqual({
      kind: 'rows',
      rows: [['1.10'], ['yes'], ['2024-01-01']],
    });
  });

  test('several names draw from one list, and a range is a parameter', () => {
    const yaml = paused
      .replace(
        '{ name: [web, api, db], image: [nginx, redis, httpd] }',
        '{ "name, image": [[web, nginx], [db, redis]], port: 8080..8089 }',
      )
      .replace('-d --name', '-d -p <port>:80 --name');
    const parsed = parseTemplates(yaml, 'x.yaml', known);
    expect(parsed.ok && parsed.value[0]?.parameters).toEqual([
      {
        names: ['name', 'image'],
        draw: {
          kind: 'rows',
          rows: [
            ['web', 'nginx'],
            ['db', 'redis'],
          ],
        },
      },
      { names: ['port'], draw: { kind: 'range', from: 8080, to: 8089 } },
    ]);
  });
});

/** What an author did → the line, column, message and advice. `from` → `to` is the change in the good template. */
const mistakes: readonly (readonly [string, string, string, string])[] = [
  [
    'an undeclared parameter',
    'docker pause <name>',
    'docker pause <nam>',
    'x.yaml:5:20: the parameter `<nam>` is not declared — did you mean "name"?; a literal < is written \\<',
  ],
  [
    'an unused parameter',
    'image: [nginx, redis, httpd]',
    'image: [nginx, redis, httpd], port: 80..90',
    'x.yaml:3:63: the parameter `port` is never used — use it as `<port>` or remove it',
  ],
  [
    'a missing translation',
    ', en: CPU only',
    '',
    'x.yaml:12:12: `choice.say.cpu.en` is missing — write `en: …`',
  ],
  [
    'an empty translation',
    'en: CPU only',
    'en: ""',
    'x.yaml:12:28: `choice.say.cpu.en` is empty — write `en: …`',
  ],
  [
    'an unknown key',
    '  source:',
    '  sources:',
    'x.yaml:15:3: unknown key `sources` — did you mean "source"?',
  ],
  [
    'an unknown key inside',
    '    beliefs:',
    '    belief:',
    'x.yaml:8:5: `choice.beliefs` is missing — write `beliefs: [pause-keeps-cpu, pause-frees-memory]`\nx.yaml:14:5: unknown key `belief` in `choice` — did you mean "beliefs"?',
  ],
  [
    'an unknown concept',
    'lifecycle.paused',
    'lifecycle.pausd',
    'x.yaml:2:12: there is no concept `lifecycle.pausd` — did you mean "lifecycle.paused"?',
  ],
  [
    'an unknown belief',
    'pause-frees-memory]',
    'pause-free-memory]',
    'x.yaml:14:32: there is no misconception `pause-free-memory` — did you mean "pause-frees-memory"?',
  ],
  [
    'a belief listed twice',
    'pause-frees-memory]',
    'pause-keeps-cpu]',
    'x.yaml:14:32: the belief `pause-keeps-cpu` is listed twice — list it once',
  ],
  [
    'no belief',
    '[pause-keeps-cpu, pause-frees-memory]',
    '[]',
    'x.yaml:14:14: no belief is listed, so there is no wrong option — list the misconceptions that bear on this question',
  ],
  [
    'an unknown fact',
    'schedulable(<name>)',
    'scheduleable(<name>)',
    'x.yaml:8:17: `scheduleable(<name>)`: there is no fact `scheduleable(…)` — did you mean "schedulable"?',
  ],
  [
    'a comparison with nothing',
    'memory(<name>) > 0',
    'memory(<name>) >',
    'x.yaml:8:59: `memory(<name>) >`: the fact ends too early — name a fact, for example `state(web)`',
  ],
  [
    'a value where a yes/no fact is needed',
    'memory(<name>) > 0',
    'memory(<name>)',
    'x.yaml:8:43: `memory(<name>)` is not a yes/no fact — compare it, for example `state(web) == paused` or `memory(web) > 0`',
  ],
  [
    'an outcome without words',
    '      none: { ko: 둘 다 쓰지 않음, en: neither }\n',
    '',
    'x.yaml:10:7: `say` has no words for `none` — add `none: { ko: …, en: … }`; every outcome needs its words',
  ],
  [
    'an outcome that cannot be',
    '      none: {',
    '      nune: {',
    'x.yaml:10:7: `say` has no words for `none` — add `none: { ko: …, en: … }`; every outcome needs its words\nx.yaml:13:7: `nune` is not an outcome of `see` — did you mean "none"?',
  ],
  [
    'two outcomes in the same words',
    'en: CPU only',
    'en: memory only',
    'x.yaml:12:28: `mem` and `cpu` have the same words — say different things for different outcomes',
  ],
  [
    'a citation beyond the end',
    'S4#54',
    'S4#60',
    'x.yaml:15:22: S4 has only 59 lines, not 60 — write `S0#41-43` or `S4#54`',
  ],
  [
    'a citation that is none',
    'S4#54',
    'S4:54',
    'x.yaml:15:22: "S4:54" is not a citation — write `S0#41-43` or `S4#54`',
  ],
  [
    'a document that does not exist',
    'S4#54',
    'S9#54',
    'x.yaml:15:22: there is no source document "S9" — write `S0#41-43` or `S4#54`',
  ],
  [
    'an id that cannot be',
    'paused-keeps-memory',
    'Paused keeps',
    'x.yaml:1:7: "Paused keeps" cannot be an id — use lower-case words joined by -, at most 80 characters: `paused-keeps-memory`',
  ],
  [
    'a list where a mapping belongs',
    'ask: { ko: "`<name>`은(는) 지금 무엇을 쓰나요?", en: "What does `<name>` use now?" }',
    'ask: [a]',
    'x.yaml:6:8: `ask` is a list, not a mapping — write `ask: { ko: …, en: … }`',
  ],
  [
    'a mapping where a command belongs',
    'do: docker pause <name>',
    'do: { run: docker pause <name> }',
    'x.yaml:5:7: `do` cannot be a mapping — write `do: docker pause web`',
  ],
  [
    'a wrong key in a given step',
    '[docker run -d --name <name> <image>] ',
    '[{ run: docker run -d --name <name> <image>, fail: true }] ',
    'x.yaml:4:55: unknown key `fail` in `given[1]` — did you mean "fails"?',
  ],
  [
    'a wrong value in a given step',
    '[docker run -d --name <name> <image>] ',
    '[{ run: docker run -d --name <name> <image>, fails: maybe }] ',
    'x.yaml:4:62: `given[1].fails` cannot be "maybe" — use one of: true, false',
  ],
  [
    'an image that does not exist',
    '  do:',
    '  images: [ngnix]\n  do:',
    'x.yaml:5:12: there is no image `ngnix` in the catalogue — did you mean "nginx"?',
  ],
  [
    'a parameter of one value',
    '[web, api, db]',
    '[web]',
    'x.yaml:3:11: a parameter with one value never changes — add values, or write the value out',
  ],
  [
    'a value twice',
    '[web, api, db]',
    '[web, api, web]',
    'x.yaml:3:11: "web" stands in the list twice — write each value once',
  ],
  [
    'a range that is none',
    '[web, api, db]',
    '8080-8090',
    'x.yaml:3:11: "8080-8090" is neither a list nor a range — write the range `8080..8090`',
  ],
  [
    'a reserved parameter name',
    '{ name: [web',
    '{ value: [web',
    'x.yaml:3:11: `value` is kept for the outcome in `say` — choose another name',
  ],
  [
    'words in a command',
    '[web, api, db]',
    '[{ ko: 웹, en: web }, api]',
    'x.yaml:4:32: `<name>` is in two languages and cannot stand in a command or a fact — give it single texts, or use it in words only\nx.yaml:5:20: `<name>` is in two languages and cannot stand in a command or a fact — give it single texts, or use it in words only\nx.yaml:8:29: `<name>` is in two languages and cannot stand in a command or a fact — give it single texts, or use it in words only\nx.yaml:8:50: `<name>` is in two languages and cannot stand in a command or a fact — give it single texts, or use it in words only',
  ],
  [
    'no question',
    '  ask: { ko: "`<name>`은(는) 지금 무엇을 쓰나요?", en: "What does `<name>` use now?" }\n',
    '',
    'x.yaml:1:3: `ask` is missing — write `ask: { ko: …, en: … }`',
  ],
  [
    'a difficulty that is none',
    '  do:',
    '  difficulty: harder\n  do:',
    'x.yaml:5:15: `difficulty` cannot be "harder" — did you mean "hard"?',
  ],
  [
    'two kinds in one',
    '  source:',
    '  flashcard: { back: { ko: ㄱ, en: b } }\n  source:',
    'x.yaml:15:14: the template has both `choice` and `flashcard` — make two templates of it',
  ],
  [
    'an alias',
    'S4#54]',
    '*S4]',
    'x.yaml:15:22: `*S4` is a YAML alias — write the value out, or put quotes around a text that begins with *',
  ],
  [
    'a key twice',
    '  do:',
    '  id: again\n  do:',
    'x.yaml:5:3: this key is written twice — write each key once',
  ],
  [
    'an unquoted colon',
    'docker pause <name>',
    'docker run -e A: b',
    "x.yaml:5:7: a text contains ': ' and is not quoted, or the next lines are indented too far — put quotes around a text that contains ': '; begin keys of one mapping in one column",
  ],
];

describe('every mistake has a line, a message and advice', () => {
  test.each(mistakes)('%s', (_what, from, to, expected) => {
    expect(paused).toContain(from);
    const found = problemsOf(paused.replace(from, to)).join('\n');
    expect(found).toBe(expected);
  });

  test.each([
    ['', 'x.yaml:1:1: there is no template here — begin with `- id: my-question`'],
    ['- just words', 'x.yaml:1:3: `this entry` is a text, not a mapping'],
    [
      '- id: a\n  concept: lifecycle.paused\n',
      'x.yaml:1:3: the template asks nothing — add one of choice, several, predict, order, blanks, type, parts, lab, flashcard',
    ],
    ['- id: a\n', 'x.yaml:1:3: `concept` is missing — write `concept: lifecycle.paused`'],
  ])('a file that holds only %j', (yaml, expected) => {
    expect(problemsOf(yaml).join('\n')).toBe(expected);
  });

  test('two templates with one id', () => {
    expect(problemsOf(`${paused}${paused}`)).toEqual([
      'x.yaml:16:7: the id `paused-keeps-memory` is already used at line 1 — give each template an id of its own',
    ]);
  });

  test('everything is reported at once, in the order of the lines', () => {
    const broken = `${paused.replace('docker pause <name>', 'docker pause <nam>').replace('S4#54', 'S4#99')}${paused.replace('lifecycle.paused', 'x.y')}`;
    expect(problemsOf(broken).map((line) => line.split(':')[1])).toEqual(['5', '15', '17']);
  });

  test('a source is demanded in the course', () => {
    const parsed = parseTemplates(paused.replace(/ {2}source.*\n/, ''), 'x.yaml', {
      ...known,
      sourceRequired: true,
    });
    expect(parsed.ok ? [] : parsed.error.map(problemLine)).toEqual([
      'x.yaml:1:3: `source` is missing — cite the lines: `source: [S0#41-43]`',
    ]);
  });
});

describe('each kind has its own rules', () => {
  const order = (steps: string): string =>
    `- id: a\n  concept: lifecycle.paused\n  order:\n    steps: ${steps}\n    goal: running(web)\n`;
  const type = (rest: string): string =>
    `- id: a\n  concept: lifecycle.paused\n  ask: { ko: ㄱ, en: a }\n  type:\n    goal: running(web)\n${rest}`;
  test.each([
    [
      order('[docker start web, docker stop web]'),
      'x.yaml:4:12: there are 2 steps — give 3 to 5 steps',
    ],
    [
      order('[docker start web, docker stop web, docker stop web]'),
      'x.yaml:4:48: the step `docker stop web` stands twice — write each once',
    ],
    [
      `${order('[docker start web, docker stop web, docker rm web]')}  do: docker ps\n`,
      'x.yaml:6:7: `do` has no meaning in a `order` question — put the command in `given` or in `steps`',
    ],
    [
      type('    solution: docker start web\n    wrong: [docker stop web]\n'),
      'x.yaml:7:12: there is only one wrong attempt — give at least two that learners would type',
    ],
    [
      type('    solution: docker start web\n    wrong: [docker stop web, docker stop web]\n'),
      'x.yaml:7:30: the command `docker stop web` stands twice — write each once',
    ],
    [
      type('    solution: docker start "web\n    wrong: [docker stop web, docker rm web]\n'),
      'x.yaml:6:15: `docker start "web` opens a quote and never closes it — write one command that begins with `docker`',
    ],
    [
      '- id: a\n  concept: name.grammar\n  parts: { reference: nginx, beliefs: [pause-keeps-cpu] }\n',
      'x.yaml:3:40: `pause-keeps-cpu` is not a way to misread a name — use one of: namespace-is-registry, no-slash-means-local, tag-optional-means-none',
    ],
    [
      '- id: a\n  concept: name.grammar\n  parts: { reference: nginx, ask: [registri], beliefs: [] }\n',
      'x.yaml:3:36: `parts.ask[1]` cannot be "registri" — did you mean "registry"?',
    ],
    [
      '- id: a\n  concept: name.grammar\n  given: docker ps\n  parts: { reference: nginx, beliefs: [] }\n',
      'x.yaml:3:10: `given` has no meaning in a `parts` question — remove it: only the name is read',
    ],
    [
      '- id: a\n  concept: name.grammar\n  ask: { ko: ㄱ, en: a }\n  choice:\n    see: running(web)\n    say: { yes: { ko: ㄱ, en: a } }\n    beliefs: [pause-is-stop]\n',
      'x.yaml:6:10: `say` has no words for `no` — add `no: { ko: …, en: … }`; every outcome needs its words',
    ],
  ])('%#', (yaml, expected) => {
    expect(problemsOf(yaml).join('\n')).toBe(expected);
  });
});
