import { expect, test } from 'vitest';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { problemLine } from '@/lib/quiz/template-problem';
import { known } from './known-for-tests';

const good = `- id: a
  concept: lifecycle.paused
  with: { name: [web, api, db] }
  given: docker run -d --name <name> nginx
  do: docker pause <name>
  ask: { ko: 무엇?, en: What? }
  choice:
    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }
    say:
      cpu+mem: { ko: CPU와 메모리, en: CPU and memory }
      mem: { ko: 메모리만, en: memory only }
      cpu: { ko: CPU만, en: CPU only }
      none: { ko: 둘 다, en: neither }
    beliefs: [pause-keeps-cpu, pause-frees-memory]
`;

function problemsOf(yaml: string): string[] {
  const parsed = parseTemplates(yaml, 'x.yaml', known);
  return parsed.ok ? [] : parsed.error.map(problemLine);
}

/** What is changed in the good template, into what, and what the author reads. */
const mistakes: readonly (readonly [string, string, readonly string[]])[] = [
  [
    '  do: docker pause <name>',
    '\tdo: docker pause <name>',
    ['x.yaml:5:1: there is a tab in the indentation — indent with spaces'],
  ],
  [
    '  do: docker pause <name>',
    '    do: docker pause <name>',
    [
      'x.yaml:4:10: this line does not fit the indentation of the lines around it — begin the keys of one mapping in one column; a list of templates begins with `- id:`',
    ],
  ],
  [
    '  do: docker pause <name>',
    ' do: docker pause <name>',
    [
      'x.yaml:5:1: this line does not fit the indentation of the lines around it — begin the keys of one mapping in one column; a list of templates begins with `- id:`',
    ],
  ],
  [
    '  do: docker pause <name>',
    '  do docker pause <name>',
    [
      'x.yaml:5:3: this line is no `key: value` and no entry of a list — write `key: value`, or `- ` before an entry of a list',
    ],
  ],
  [
    '  do: docker pause <name>',
    '  do:docker pause <name>',
    ['x.yaml:5:3: there is no space after the colon — write `key: value`'],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: { name: [web, api, db }',
    [
      "x.yaml:3:31: a `[` is opened above and not closed with `]` — add the `]`; in [ ] and { } put quotes around a text that contains a comma or ' #'",
    ],
  ],
  [
    '  ask: { ko: 무엇?, en: What? }',
    "  ask: { ko: 무엇?, en: 'What? }",
    ['x.yaml:15:1: a quote is opened and never closed — close it in its own line'],
  ],
  [
    '  ask: { ko: 무엇?, en: What? }',
    '  ask: { ko: 무엇?, en: `<name>`? }',
    [
      'x.yaml:6:23: a text cannot begin with this sign — put quotes around a text that begins with ` @ * & { [ ! | > or %',
    ],
  ],
  [
    '  do: docker pause <name>',
    '  do: %docker',
    [
      'x.yaml:5:7: a text cannot begin with this sign — put quotes around a text that begins with ` @ * & { [ ! | > or %',
    ],
  ],
  [
    '  ask: { ko: 무엇?, en: What? }',
    '  ask: { ko: {a}, en: What? }',
    ['x.yaml:6:14: `ask.ko` is a mapping, not a text — write `ko: …`'],
  ],
  [
    '  ask: { ko: 무엇?, en: What? }',
    '  ask: What?',
    ['x.yaml:6:8: `ask` is a text, not a mapping — write `ask: { ko: …, en: … }`'],
  ],
  [
    '  ask: { ko: 무엇?, en: What? }',
    '  ask: { KO: 무엇?, en: What? }',
    [
      'x.yaml:6:8: `ask.ko` is missing — write `ko: …`',
      'x.yaml:6:10: unknown key `KO` in `ask` — did you mean "ko"?',
    ],
  ],
  [
    '  ask: { ko: 무엇?, en: What? }',
    '  ask: { kr: 무엇?, en: What? }',
    [
      'x.yaml:6:8: `ask.ko` is missing — write `ko: …`',
      'x.yaml:6:10: unknown key `kr` in `ask` — did you mean "ko"?',
    ],
  ],
  [
    '  ask: { ko: 무엇?, en: What? }',
    '  question: { ko: 무엇?, en: What? }',
    [
      'x.yaml:6:3: unknown key `question` — use one of: id, concept, with, images, given, do, ask, choice, several, predict, order, blanks … (7 more)',
    ],
  ],
  [
    '  given: docker run -d --name <name> nginx',
    '  Given: docker run -d --name <name> nginx',
    ['x.yaml:4:3: unknown key `Given` — did you mean "given"?'],
  ],
  [
    '  given: docker run -d --name <name> nginx',
    '  setup: docker run -d --name <name> nginx',
    [
      'x.yaml:4:3: unknown key `setup` — use one of: id, concept, with, images, given, do, ask, choice, several, predict, order, blanks … (7 more)',
    ],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: [schedulable(<name>), memory(<name>) > 0]',
    ['x.yaml:8:10: `choice.see` cannot be a list — write `see: state(web)`'],
  ],
  [
    '    beliefs: [pause-keeps-cpu, pause-frees-memory]',
    '    beliefs: pause-keeps-cpu',
    [
      'x.yaml:14:14: `choice.beliefs` is a text, not a list — write `beliefs: [pause-keeps-cpu, pause-frees-memory]`',
    ],
  ],
  [
    '    beliefs: [pause-keeps-cpu, pause-frees-memory]',
    '    beliefs:',
    [
      'x.yaml:14:13: `choice.beliefs` is empty, not a list — write `beliefs: [pause-keeps-cpu, pause-frees-memory]`',
    ],
  ],
  [
    '    say:',
    '    say: [a]\n    sag:',
    [
      'x.yaml:9:10: `choice.say` is a list, not a mapping — write `say: { running: { ko: …, en: … }, exited: { ko: …, en: … } }`',
      'x.yaml:10:5: unknown key `sag` in `choice` — did you mean "say"?',
    ],
  ],
  [
    '  given: docker run -d --name <name> nginx',
    '  given: dokcer run -d --name <name> nginx',
    ['x.yaml:4:10: there is no command `dokcer` — did you mean "docker"?'],
  ],
  [
    '  do: docker pause <name>',
    '  do: docker puase <name>',
    ['x.yaml:5:14: docker has no command `puase` — did you mean "docker pause"?'],
  ],
  [
    '  given: docker run -d --name <name> nginx',
    '  given:',
    ['x.yaml:4:9: `given` is empty — write `given: [docker run -d --name web nginx]`'],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: [name]',
    [
      'x.yaml:3:9: `with` is a list, not a mapping — write `with: { name: [web, api], port: 8080..8089 }`',
    ],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: { name: 5 }',
    [
      'x.yaml:3:11: "5" is neither a list nor a range — write a list `[5, …]`, a range `8080..8089`, or use another parameter: `<name>-5`',
    ],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: { name: 9..5 }',
    ['x.yaml:3:11: the range 9..5 has too few numbers — let it end later than it begins'],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: { name: 8080...8089 }',
    ['x.yaml:3:11: "8080...8089" is neither a list nor a range — write the range `8080..8089`'],
  ],
  [
    '  with: { name: [web, api, db] }',
    "  with: { 'name, x': [[web, 1], [api]] }",
    [
      'x.yaml:3:11: a row has 1 value(s) for 2 name(s) — give each row 2 value(s), in the order of the names',
    ],
  ],
  [
    '  with: { name: [web, api, db] }',
    "  with: { 'name, x': [[web, 1], api] }",
    ['x.yaml:3:11: rows and single values are mixed — make every entry a row: [[a, 1], [b, 2]]'],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: { cpu: schedulable(< name >) , mem: memory(<name>) > 0 }',
    [
      'x.yaml:8:29: `schedulable(< name >)`: an argument is missing — name a container, an image, a port …',
    ],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: { cpu: schedulable() , mem: memory(<name>) > 0 }',
    [
      'x.yaml:8:17: `schedulable()`: `schedulable` takes 1 argument(s), not 0 — write `schedulable(web)`',
    ],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: { cpu: schedulable(<name>, 2) , mem: memory(<name>) > 0 }',
    [
      'x.yaml:8:10: `choice.see.2)` has no value — put quotes around a text that contains a comma: in { } it begins the next key',
    ],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) = 0 }',
    ['x.yaml:8:59: `memory(<name>) = 0`: a single `=` means nothing here — compare with `==`'],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 && running(<name>) }',
    [
      'x.yaml:8:63: `memory(<name>) > 0 && running(<name>)`: `&&` is not expected here — join facts with `and` or `or`',
    ],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: { cpu: schedulable(<name>) , mem: state(<name>) == stopped }',
    [
      'x.yaml:8:61: `state(<name>) == stopped`: `state` is never `stopped` — Docker calls that state `exited`',
    ],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    "    see: { cpu: schedulable(<name>) , mem: 'logged(<name>, \"a' }",
    ['x.yaml:8:60: `logged(<name>, "a`: a quote is opened and never closed — close it with `"`'],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: { CPU: schedulable(<name>) , mem: memory(<name>) > 0 }',
    [
      'x.yaml:8:17: "CPU" cannot be a label — use lower-case letters, digits and -; `none` is kept for no label',
      'x.yaml:10:7: `cpu+mem` is not an outcome of `see` — did you mean "CPU+mem"?',
      'x.yaml:10:7: `say` has no words for `CPU+mem`, `CPU` — add `CPU+mem: { ko: …, en: … }`; every outcome needs its words',
      'x.yaml:12:7: `cpu` is not an outcome of `see` — did you mean "CPU"?',
    ],
  ],
  [
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0 }',
    '    see: { cpu: schedulable(<name>) , mem: memory(<name>) > 0, a: running(<name>), b: exists(<name>) }',
    ['x.yaml:8:10: `see` has 4 labels — use 1 to 3 yes/no facts, or one fact with a value'],
  ],
  [
    '  do: docker pause <name>',
    '  images: nginx:9.9\n  do: docker pause <name>',
    [
      'x.yaml:5:11: there is no image `nginx:9.9` in the catalogue — use one of: nginx, redis, httpd',
    ],
  ],
  [
    '    beliefs: [pause-keeps-cpu, pause-frees-memory]',
    '    x: 1\n    beliefs: [pause-keeps-cpu, pause-frees-memory]',
    ['x.yaml:14:5: unknown key `x` in `choice` — use one of: see, say, beliefs'],
  ],
  [
    '  do: docker pause <name>',
    '  explain: because\n  do: docker pause <name>',
    ['x.yaml:5:12: `explain` is a text, not a mapping — write `explain: { ko: …, en: … }`'],
  ],
  [
    '  do: docker pause <name>',
    '  difficulty: 3\n  do: docker pause <name>',
    ['x.yaml:5:15: `difficulty` cannot be "3" — use one of: easy, medium, hard'],
  ],
  [
    '  do: docker pause <name>',
    '  source: S0\n  do: docker pause <name>',
    ['x.yaml:5:11: "S0" is not a citation — write `S0#41-43` or `S4#54`'],
  ],
  [
    '  do: docker pause <name>',
    '  source: [S0#43-41]\n  do: docker pause <name>',
    ['x.yaml:5:12: the range 43-41 ends before it begins — write `S0#41-43` or `S4#54`'],
  ],
  [
    '  do: docker pause <name>',
    '  source: [S0 41]\n  do: docker pause <name>',
    ['x.yaml:5:12: "S0 41" is not a citation — write `S0#41-43` or `S4#54`'],
  ],
  [
    '  do: docker pause <name>',
    '  source: [S0 #41-43]\n  do: docker pause <name>',
    [
      "x.yaml:6:3: a `[` is opened above and not closed with `]` — add the `]`; in [ ] and { } put quotes around a text that contains a comma or ' #'",
    ],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: { name: <other>, other: <name>-1 }',
    [
      'x.yaml:3:11: `name` is made of itself: <name> → <other> → <name> — let one of them be drawn: a list or a range',
      'x.yaml:3:26: `other` is made of itself: <other> → <name> → <other> — let one of them be drawn: a list or a range',
    ],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: { name: [web, api], other: <nam>-1 }',
    [
      'x.yaml:3:29: `other` is made of `<nam>`, which is not declared — did you mean "name"?; a literal < is written \\<',
    ],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: { name: [web, api], other: <name> + 1 }',
    [
      'x.yaml:3:29: `<name>` is not a number in every variant, so nothing can be reckoned with it — reckon with a range or with a list of numbers',
    ],
  ],
  [
    '  with: { name: [web, api, db] }',
    '  with: { name: [web, api], other: { ko: ㄱ, en: a } }',
    [
      'x.yaml:3:29: a parameter with one value never changes — write the words out, make a list of them, or use another parameter in them',
    ],
  ],
  [
    '  with: { name: [web, api, db] }',
    "  with: { name: [web, api], 'x, y': <name>-1 }",
    ['x.yaml:3:29: 2 names cannot have one value — write a line for each name'],
  ],
  [
    '  do: docker pause <name>',
    '  <<: *base\n  do: docker pause <name>',
    [
      'x.yaml:5:7: `*base` is a YAML alias — write the value out, or put quotes around a text that begins with *',
    ],
  ],
  [
    '  do: docker pause <name>',
    '  do: &command docker pause <name>',
    [
      'x.yaml:5:7: `&command` is a YAML anchor — remove it and write the value out wherever it is meant, or put quotes around a text that begins with &',
    ],
  ],
  [
    '  choice:\n',
    '  choice: &body\n',
    [
      'x.yaml:7:11: `&body` is a YAML anchor — remove it and write the value out wherever it is meant, or put quotes around a text that begins with &',
    ],
  ],
  [
    '  given: docker run -d --name <name> nginx\n  do: docker pause <name>',
    '  given: &same docker run -d --name <name> nginx\n  do: *same',
    [
      'x.yaml:4:10: `&same` is a YAML anchor — remove it and write the value out wherever it is meant, or put quotes around a text that begins with &',
      'x.yaml:5:7: `*same` is a YAML alias — write the value out, or put quotes around a text that begins with *',
    ],
  ],
  [
    '  do: docker pause <name>',
    '  do: !now docker pause <name>',
    ['x.yaml:5:7: `!now` is a YAML tag — put quotes around a text that begins with !'],
  ],
  [
    '  do: docker pause <name>',
    '  do: !!str docker pause <name>',
    ['x.yaml:5:7: `!!str` is a YAML tag — put quotes around a text that begins with !'],
  ],
  [
    '  given: docker run -d --name <name> nginx',
    '  given: 5',
    [
      'x.yaml:4:10: `5` is a value, not a command — write `given: [docker run -d --name web nginx]`, or leave `given` out',
    ],
  ],
  [
    '  given: docker run -d --name <name> nginx',
    '  given: [docker run -d --name <name> nginx, { run: 1.5 }]',
    [
      'x.yaml:4:53: `1.5` is a value, not a command — write `given: [docker run -d --name web nginx]`, or leave `given` out',
    ],
  ],
  [
    '  do: docker pause <name>',
    '  do: [null, -1]',
    [
      'x.yaml:5:8: `null` is a value, not a command — write `do: docker pause web`, or leave `do` out',
      'x.yaml:5:14: `-1` is a value, not a command — write `do: docker pause web`, or leave `do` out',
    ],
  ],
  [
    '  do: docker pause <name>',
    '---\n  do: docker pause <name>',
    ['x.yaml:5:1: `---` begins a second document — remove it: one list a file'],
  ],
  [
    '- id: a',
    'id: a',
    [
      'x.yaml:1:5: this line does not fit the indentation of the lines around it — begin the keys of one mapping in one column; a list of templates begins with `- id:`',
    ],
  ],
  [
    '- id: a',
    '- - id: a',
    [
      'x.yaml:2:1: this line does not fit the indentation of the lines around it — begin the keys of one mapping in one column; a list of templates begins with `- id:`',
    ],
  ],
  [
    '- id: a',
    '- id: My Question',
    [
      'x.yaml:1:7: "My Question" cannot be an id — use lower-case words joined by -, at most 80 characters: `paused-keeps-memory`',
    ],
  ],
  [
    '  given: docker run -d --name <name> nginx',
    '  given: [{ run: docker run -d --name <name> nginx, fails: yes }]',
    ['x.yaml:4:60: `given[1].fails` cannot be "yes" — use one of: true, false'],
  ],
  [
    '  given: docker run -d --name <name> nginx',
    '  given: [{ cmd: docker run -d --name <name> nginx }]',
    [
      'x.yaml:4:11: `given[1].run` is missing — write `{ run: docker start web, fails: true }`',
      'x.yaml:4:13: unknown key `cmd` in `given[1]` — use one of: run, fails, hidden',
    ],
  ],
  [
    '  choice:',
    '  predict:',
    [
      "x.yaml:8:10: `predict.see` is a mapping, not a text — write `see: docker ps -a --format '{{.Names}} {{.State}}'`",
      'x.yaml:9:5: unknown key `say` in `predict` — use one of: see, beliefs',
    ],
  ],
  ['  choice:', '  chioce:', ['x.yaml:7:3: unknown key `chioce` — did you mean "choice"?']],
];

test.each(mistakes)(
  '%j written as %j is told with its line and what to write',
  (from, to, expected) => {
    expect(good).toContain(from);
    expect(problemsOf(good.replace(from, () => to))).toEqual(expected);
  },
);

/** Templates of other kinds, whole. */
const others: readonly (readonly [string, readonly string[]])[] = [
  [
    '- id: a\n  concept: lifecycle.paused\n  order: { steps: [docker start web, docker stop web, docker rm web], lines: [a, b, c], goal: running(web) }\n',
    [
      'x.yaml:3:78: `order` has both `steps` and `lines` — order either commands (`steps`) or the lines of a file (`lines`)',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  order: { steps: [docker start web, docker stop web, docker rm web], then: docker ps, goal: running(web) }\n',
    [
      'x.yaml:3:77: `then` belongs to `lines`, not to `steps` — write `lines` for the lines of a file, or put the command in `steps`',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  order: { goal: running(web) }\n',
    [
      'x.yaml:3:10: `order.steps` is missing — write `steps: [docker …, docker …, docker …]`, or `lines: [FROM nginx, …]` and `then: docker build -t app .`',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  order: { lines: [FROM a, RUN b, CMD c], goal: running(web) }\n',
    [
      'x.yaml:4:10: `order.then` is missing, so the file is written and nothing is done with it — write `then: docker build -t app .`',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  order: { lines: [FROM a, RUN b, CMD c], then: docker build ., goal: running(web) }\n',
    ['x.yaml:1:3: `ask` is missing — say what the file must do: `ask: { ko: …, en: … }`'],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  type: { goal: running(web), solution: ls, wrong: [docker rm web, docker ps | cat] }\n',
    [
      'x.yaml:4:41: `ls` is not a docker command — write one command that begins with `docker`',
      'x.yaml:4:68: `docker ps | cat` holds a shell sign outside quotes — write one command that begins with `docker`',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  type: { goal: running(web), solution: docker start web, wrong: docker stop web }\n',
    [
      'x.yaml:4:66: `type.wrong` is a text, not a list — write `wrong: [docker stop web, docker kill web]`',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  type: { goal: state(web), solution: docker start web, wrong: [] }\n',
    [
      'x.yaml:4:64: `type.wrong` has too few entries — write `wrong: [docker stop web, docker kill web]`',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  lab: { goal: running(web), solution: docker start web, wrong: [docker stop web, docker rm web], hints: look }\n',
    ['x.yaml:4:106: `lab.hints` is a text, not a list — write `hints: [{ ko: …, en: … }]`'],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  flashcard: { back: yes }\n',
    ['x.yaml:4:22: `flashcard.back` is a text, not a mapping — write `back: { ko: …, en: … }`'],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  parts: { reference: nginx, ask: [host], beliefs: [namespace-is-registry] }\n',
    ['x.yaml:3:36: `parts.ask[1]` cannot be "host" — use one of: registry, namespace, name, tag'],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  parts: { reference: nginx, beliefs: [pause-keeps-cpu] }\n',
    [
      'x.yaml:3:40: `pause-keeps-cpu` is not a way to misread a name — use one of: namespace-is-registry, no-slash-means-local, tag-optional-means-none',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  predict: { see: [docker ps, docker ps -a], beliefs: [pause-keeps-cpu] }\n',
    [
      "x.yaml:3:19: `predict.see` is a list, not a text — write `see: docker ps -a --format '{{.Names}} {{.State}}'`",
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  predict: { see: crul localhost, beliefs: [pause-keeps-cpu] }\n',
    ['x.yaml:3:19: there is no command `crul` — did you mean "curl"?'],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  predict: { see: 5, beliefs: [pause-keeps-cpu] }\n',
    [
      "x.yaml:3:19: `5` is a value, not a command — write `see: docker ps -a --format '{{.Names}} {{.State}}'`",
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  order: { steps: [docker start web, 8080, docker rm web], goal: running(web) }\n',
    [
      'x.yaml:3:38: `8080` is a value, not a command — write `steps: [docker create --name web nginx, docker start web, docker pause web]`',
    ],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  order: { lines: [FROM a, RUN b, CMD c], then: 5, goal: running(web) }\n',
    ['x.yaml:4:49: `5` is a value, not a command — write `then: docker build -t app .`'],
  ],
  [
    '- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  lab: { goal: running(web), solution: 5, wrong: [6, [docker stop web, 7]], hints: [{ko: ㄱ, en: a}] }\n',
    [
      'x.yaml:4:40: `5` is a value, not a command — write `solution: [docker stop web, docker start web]`',
      'x.yaml:4:51: `6` is a value, not a command — write `wrong: [[docker rm -f web, docker run -d --name web nginx], [docker kill web]]`',
    ],
  ],
  [
    "- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  blanks: { line: 'docker strat [it]', goal: running(web), solution: {it: web}, wrong: [{it: x}, {it: y}] }\n",
    ['x.yaml:4:27: docker has no command `strat` — did you mean "docker start"?'],
  ],
  [
    "- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  blanks: { line: 'docker [verb] [it]', goal: running(web), solution: {verb: strat, it: web}, wrong: [{it: x}, {it: y}] }\n",
    ['x.yaml:4:78: docker has no command `strat` — did you mean "docker start"?'],
  ],
  [
    "- id: a\n  concept: lifecycle.paused\n  ask: {ko: ㄱ, en: a}\n  blanks: { line: 'dokcer start [it]', goal: running(web), solution: {it: web}, wrong: [{it: x}, {it: y}] }\n",
    [
      'x.yaml:4:19: `dokcer start web` is not a docker command — write one command that begins with `docker`',
      'x.yaml:4:20: there is no command `dokcer` — did you mean "docker"?',
    ],
  ],
];

test.each(others)('%j is told with its line and what to write', (yaml, expected) => {
  expect(problemsOf(yaml)).toEqual(expected);
});

test('the good template has no mistake', () => {
  expect(problemsOf(good)).toEqual([]);
});
