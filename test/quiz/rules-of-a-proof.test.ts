import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { killRow } from '@/lib/quiz/kill-matrix';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { problemLine } from '@/lib/quiz/template-problem';
import { context, known, ofEveryKind, templateOf } from './context-for-tests';

/*
 * The eight rules that may not bend, each with templates that break it and with what their author reads. What other tests show
 * already is named under `elsewhere`.
 */

/** Enough that statements and lengths are judged. */
const seeds = 40;

/** What an author reads of a good template in which `from` was replaced by `to`. */
function problemsOf(kind: keyof typeof ofEveryKind, from: string | RegExp, to: string): string[] {
  const yaml = ofEveryKind[kind].trimStart();
  expect(yaml).toMatch(from);
  const parsed = parseTemplates(yaml.replace(from, to), 'test.yaml', known);
  if (!parsed.ok) return parsed.error.map(problemLine);
  return parsed.value.flatMap((template) =>
    proveTemplate(template, context, { seeds, samples: 0 }).problems.map(problemLine),
  );
}

interface Rule {
  readonly rule: string;
  /** Test files, each with names of its tests that break this rule. */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
  /** What is wrong, in which kind, what is replaced by what, and the problem that is told. */
  readonly broken: readonly (readonly [
    string,
    keyof typeof ofEveryKind,
    string | RegExp,
    string,
    RegExp,
  ])[];
}

const rules: readonly Rule[] = [
  {
    rule: '1. The key is never written down: the engine yields it, and `say` has words for every outcome',
    elsewhere: {
      'parse-templates.test.ts': ['an outcome without words', 'two outcomes in the same words'],
      'generate-variant.test.ts': ['what the engine says is the key'],
    },
    broken: [
      [
        'a key that is written down',
        'choice',
        '  beliefs:',
        '  key: mem\n  beliefs:',
        /^test\.yaml:14:3: unknown key `key` in `choice` — use one of: see, say, beliefs$/,
      ],
      [
        'an outcome of the engine without words',
        'choice',
        /see: .*\n(.*\n){5}/,
        'see: state(<name>)\n  say: { running: { ko: 실행, en: running }, exited: { ko: 종료, en: exited } }\n',
        /^test\.yaml:9:8: the engine yields `paused`, and `say` has no words for it — add `paused: \{ ko: …, en: … \}` or a line `"\*"`$/,
      ],
      [
        'an outcome of a belief without words',
        'choice',
        /see: .*\n(.*\n){5}.*/,
        'see: state(<name>)\n  say: { running: { ko: 실행, en: running }, paused: { ko: 멈춤, en: paused } }\n  beliefs: [pause-is-stop, pause-keeps-cpu]',
        /^test\.yaml:9:8: the belief `pause-is-stop` yields `exited`, and `say` has no words for it — /,
      ],
    ],
  },
  {
    rule: '2. A wrong option is what the engine of a belief yields; a belief that yields none is told',
    elsewhere: {
      'prove-template.test.ts': ['a belief that changes nothing here'],
      'options.test.ts': ['an option carries every belief that yields it, the key carries none'],
      'belief-separations.test.ts': ['are contrasted fully where each has an answer of its own'],
    },
    broken: [
      [
        'a wrong option that the author makes up',
        'choice',
        '  beliefs:',
        '  wrong: [{ ko: 디스크, en: disk }]\n  beliefs:',
        /^test\.yaml:14:3: unknown key `wrong` in `choice` — /,
      ],
      [
        'a belief that reaches no wrong order',
        'order',
        'goal: state(<name>) == paused',
        'goal: state(<name>) == paused\n  beliefs: [tag-copies]',
        /^test\.yaml:7:13: the belief `tag-copies` yields no wrong answer in any of 40 variants — /,
      ],
      [
        'a belief that judges every statement as Docker does',
        'several',
        'exit-removes-container]',
        'exit-removes-container, tag-copies]',
        /^test\.yaml:13:74: the belief `tag-copies` yields no wrong answer in any of 40 variants — /,
      ],
      [
        'a misreading that reads the name as Docker does',
        'parts',
        /reference: \[.*\] \}/,
        'reference: [quay.io/team/app, quay.io/team/web] }',
        /^test\.yaml:6:13: the belief `namespace-is-registry` yields no wrong answer in any of 40 variants — /,
      ],
    ],
  },
  {
    rule: '3. A belief fits what is shown byte for byte; every `given` step exits 0 unless it is marked',
    elsewhere: {
      'prove-template.test.ts': [
        'a given command that fails',
        'a command that should fail and does not',
        'a belief that the shown scenario contradicts',
      ],
    },
    broken: [
      [
        'a hidden step that fails',
        'choice',
        '<image>]',
        '<image>, { run: docker start nobody, hidden: true }]',
        /^test\.yaml:4:46: `docker start nobody` exits 1: .*No such container: nobody/s,
      ],
    ],
  },
  {
    rule: '4. Over at least 200 seeds one key, two distractors, no two equal options, both languages, no tell, 24 variants',
    elsewhere: {
      'prove-template.test.ts': [
        'too few distractors',
        'a yes/no question needs one distractor and is marked',
        'a key that is nearly always by far the longest option',
        'few variants are a warning only',
      ],
      'find-tells.test.ts': ['a key that mostly stands first is a tell'],
      'options.test.ts': ['the key stands in every place equally often'],
      'bank-problems.test.ts': [
        'the longest option that is right in half of the questions is a tell, and so is yes',
      ],
    },
    broken: [
      [
        'options that are equal for some values of the parameters',
        'choice',
        /with: (.*) \}((?:\n.*)*) mem: \{.*\}((?:\n.*)*)none: \{.*\}/,
        'with: $1, "one, other": [[it, it], [it, none]] }$2 mem: { ko: <one>, en: <one> }$3none: { ko: <other>, en: <other> }',
        /^test\.yaml:10:5: two options say "it" \(in \d+ of 40 variants\) — say different things for different outcomes$/,
      ],
      [
        'a key that is by far the shortest option',
        'choice',
        /say:\n(.*\n){4}/,
        `say:
    cpu+mem: { ko: CPU와 메모리를 모두 지금처럼 계속 써요, en: both the CPU and the memory }
    mem: { ko: 메모리, en: memory }
    cpu: { ko: 메모리는 내놓고 CPU만 계속 써요, en: the CPU and none of the memory }
    none: { ko: CPU와 메모리 가운데 아무것도 쓰지 않아요, en: neither memory nor any CPU }
`,
        /^test\.yaml:10:5: the right option is by far the shortest in 100% of the variants — /,
      ],
      [
        'statements whose truth can be learned by heart',
        'several',
        /\[stop, pause, kill\] \}((?:\n.*)*)(\n {2}beliefs: ).*/,
        '[stop, kill] }$1$2[exit-removes-container]',
        /^test\.yaml:9:5: no statement holds in some variants and not in others — /,
      ],
    ],
  },
  {
    rule: '5. The solution reaches the goal, typical wrong attempts do not, the start does not; identity counts',
    elsewhere: {
      'prove-template.test.ts': [
        'a solution that does not reach the goal',
        'a wrong attempt that reaches it',
        'a goal that holds at the start',
      ],
      'lab.test.ts': [
        'a solution that does not reach it',
        'a solution that breaks a rule',
        'a wrong attempt that is right',
        'one wrong attempt only',
        'a start that satisfies the goal',
        "the learner's own shell has no say: aliases, functions and settings change no goal",
        'asking the goals leaves no trace: the state is that of the lines alone',
      ],
      'blanks.test.ts': ['a wrong filling that reaches the goal, at its line'],
    },
    broken: [
      [
        'a container that is made again under its name where the same one is asked for',
        'lab',
        / {2}never: .*\n {2}solution: \[docker stop <a>/,
        '  solution: [docker rm -f <a>, docker create --name <a> <image>',
        /^test\.yaml:8:13: the solution does not reach `same\(\w+\)`; its last line prints /,
      ],
      [
        'a solution with gaps that does not reach the goal',
        'blanks',
        'solution: { host: <port>, inner: 80 }',
        'solution: { host: <port>, inner: 81 }',
        /^test\.yaml:9:13: `docker run -d -p \d+:81 --name \w+ \w+` does not reach the goal; it prints /,
      ],
      [
        'a goal of a line with gaps that holds at the start',
        'blanks',
        'goal: host-port(<name>, 80) == <port>',
        'goal: local(<image>)',
        /^test\.yaml:8:9: the goal holds already at the start — /,
      ],
    ],
  },
  {
    rule: '6. Every permutation is run',
    elsewhere: {
      'prove-template.test.ts': ['a goal that nothing reaches', 'a goal that most orders reach'],
      'generate-variant.test.ts': ['one order of create, start and pause reaches the goal'],
      'order-of-lines.test.ts': [
        'every order of the lines is written, built and run; those that reach the goal are right',
      ],
    },
    broken: [
      [
        'steps that are equal for some values of the parameters',
        'order',
        /with: .*\n(.*\n).*\n/,
        'with: { name: [web, api], other: [web, db] }\n$1  steps: [docker create --name <name> nginx, docker start <name>, docker start <other>, docker pause <name>]\n',
        /^test\.yaml:5:67: the step `docker start web` stands twice \(in \d+ of 40 variants\) — write each step once$/,
      ],
    ],
  },
  {
    rule: '7. The particle after a word follows its reading; a missing reading is told, wherever the words stand',
    elsewhere: {
      'prove-template.test.ts': ['a missing reading'],
      'lab.test.ts': ['a missing reading in a hint'],
      'korean.test.ts': ['the right form follows the reading of the word before'],
    },
    broken: [
      [
        'in an option',
        'choice',
        'ko: 메모리만',
        'ko: "`grafana`은(는) 메모리만"',
        /^test\.yaml:11:/,
      ],
      [
        'in an explanation',
        'choice',
        'ko: "`<name>`은(는) 얼',
        'ko: "`grafana`은(는) 얼',
        /^test\.yaml:15:/,
      ],
      [
        'in a statement',
        'several',
        'ko: 메모리를 써요',
        'ko: "`grafana`은(는) 메모리를 써요"',
        /^test\.yaml:9:/,
      ],
      [
        'on the back of a card',
        'flashcard',
        'ko: "`<name>`은(는) 메모리만',
        'ko: "`grafana`은(는) 메모리만',
        /^test\.yaml:8:/,
      ],
      [
        'in the words of a goal',
        'lab',
        'same(<a>)]',
        '{ fact: same(<a>), say: { ko: "`grafana`이(가) 그대로", en: kept } }]',
        /^test\.yaml:7:/,
      ],
    ],
  },
  {
    rule: '8. Keys and wrong options are judged over 200 seeds, the kill matrix over 8',
    elsewhere: {
      'bank-problems.test.ts': [
        'a misconception that no template tells from the truth is a problem of the bank',
      ],
      'kill-matrix.test.ts': [
        'holds listed and unlisted misconceptions that answer otherwise, and what is shown contradicts',
      ],
    },
    broken: [],
  },
];

describe.each(rules)('rule $rule', ({ elsewhere, broken }) => {
  test.each(broken)('is broken by %s', (_what, kind, from, to, expected) => {
    expect(problemsOf(kind, from, to).join('\n')).toMatch(expected);
  });

  test.each(Object.entries(elsewhere))('is broken in %s too', (file, names) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    const untold = names.filter(
      (name) => !text.includes(`'${name}'`) && !text.includes(`"${name}"`),
    );
    expect(untold).toEqual([]);
  });
});

test('what goes wrong for one value in fifty is found over 200 seeds; the kill matrix asks 8', () => {
  const rare = ofEveryKind.choice
    .replace('httpd] }', 'httpd], port: 65487..65536 }')
    .replace('-d --name', '-d -p <port>:80 --name');
  const template = templateOf(rare.trimStart());
  const proof = proveTemplate(template, context, { samples: 0 });
  expect(proof.seeds).toBe(200);
  expect(proof.problems.map(problemLine).join('\n')).toMatch(
    /^test\.yaml:4:9: `docker run -d -p 65536:80 .*` exits 125: .*invalid hostPort: 65536.* \(in \d of 200 variants\) — /s,
  );
  expect(proveTemplate(template, context, { seeds: 8, samples: 0 }).problems).toEqual([]);
  expect(killRow(template, context)?.variants).toBe(8);
});

test('a belief that makes things of its own shifts no id of what is shown after them', () => {
  const template = templateOf(`id: ids-stay
concept: lifecycle.paused
with: { name: [web, api], image: [redis, httpd] }
given:
  - { run: docker pull <image>, hidden: true }
  - docker run -d --name <name> nginx
ask: { ko: 컨테이너가 하나인가요?, en: Is there one container? }
choice:
  see: count(containers()) == 1
  beliefs: [pull-starts-container]
`);
  expect(proveTemplate(template, context, { seeds, samples: 0 }).problems).toEqual([]);
});
