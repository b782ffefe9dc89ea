import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, Condition, Script, Word } from '@/lib/engine/shell/ast';
import type { ShellFlavour } from '@/lib/engine/shell/flavour';
import { parseScript } from '@/lib/engine/shell/parse';
import { isIncomplete, parseErrorText } from '@/lib/engine/shell/parse-error';

/** A script in a short notation: quoted text in «», structure in brackets, so that a table can show it. */
function show(text: string): string {
  const parsed = parseScript(text, 'bash');
  return parsed.ok ? script(parsed.value) : `! ${parsed.error.error.kind}`;
}

function script({ items }: Script): string {
  return items
    .map(({ list, background }) => {
      const rest = list.rest.map(
        ({ operator, pipeline: next }) => ` ${operator} ${pipeline(next)}`,
      );
      return pipeline(list.first) + rest.join('') + (background ? ' &' : '');
    })
    .join(' ; ');
}

function pipeline({
  negated,
  commands,
}: {
  negated: boolean;
  commands: readonly Command[];
}): string {
  return (negated ? '! ' : '') + commands.map(command).join(' | ');
}

function command(node: Command): string {
  if (node.kind === 'function') return `${node.name}() ${command(node.body)}`;
  const redirections = node.redirections.map((redirection) => {
    const target = 'target' in redirection ? redirection.target : redirection.content;
    return ` ${redirection.fd}${redirection.operator}${word(target)}`;
  });
  return body(node) + redirections.join('');
}

function body(node: Exclude<Command, { kind: 'function' }>): string {
  switch (node.kind) {
    case 'simple': {
      const assignments = node.assignments.map(({ name, value }) => `${name}:=${word(value)}`);
      return [...assignments, ...node.words.map(word)].join(' ');
    }
    case 'subshell':
      return `(${script(node.body)})`;
    case 'group':
      return `{${script(node.body)}}`;
    case 'if': {
      const branches = node.branches.map((b) => `[${script(b.condition)}]→[${script(b.body)}]`);
      return `if${branches.join('')}${node.otherwise ? `else[${script(node.otherwise)}]` : ''}`;
    }
    case 'loop':
      return `${node.until ? 'until' : 'while'}[${script(node.condition)}][${script(node.body)}]`;
    case 'for':
      return `for ${node.variable}(${node.words?.map(word).join(' ') ?? '$@'})[${script(node.body)}]`;
    case 'counting':
      return `for((${word(node.begin)};${word(node.test)};${word(node.step)}))[${script(node.body)}]`;
    case 'arithmetic':
      return `((${word(node.expression)}))`;
    case 'condition':
      return `[[${condition(node.condition)}]]`;
    case 'case': {
      const arms = node.arms.map(
        (arm) => `${arm.patterns.map(word).join('|')}→[${script(arm.body)}]`,
      );
      return `case ${word(node.subject)} ${arms.join('')}`;
    }
  }
}

function condition(node: Condition): string {
  switch (node.kind) {
    case 'not':
      return `!${condition(node.operand)}`;
    case 'and':
    case 'or':
      return `(${condition(node.left)} ${node.kind} ${condition(node.right)})`;
    case 'unary':
      return `${node.operator} ${word(node.operand)}`;
    case 'binary':
      return `${word(node.left)} ${node.operator} ${word(node.right)}`;
  }
}

function word({ parts }: Word): string {
  return parts
    .map((part) => {
      const text =
        part.kind === 'text'
          ? part.text
          : part.kind === 'parameter'
            ? `$${part.name}${part.operation === null ? '' : `.${part.operation.kind}`}`
            : part.kind === 'command'
              ? `$(${script(part.script)})`
              : part.kind === 'process'
                ? `<(${script(part.script)})`
                : `$((${word(part.expression)}))`;
      return part.quoted ? `«${text}»` : text;
    })
    .join('');
}

describe('scripts', () => {
  test.each([
    ['', ''],
    ['# only a comment', ''],
    ['echo hello world', 'echo hello world'],
    ['echo a#b # c', 'echo a#b'],
    [`echo 'a b' "c d" e\\ f`, 'echo «a b» «c d» e« »f'],
    [`echo a"b"'c'`, 'echo a«bc»'],
    [`echo "" ''`, 'echo «» «»'],
    ['echo "a\\"b\\$c\\n"', 'echo «a"b$c\\n»'],
    ['echo $HOME "$HOME" ${HOME} $1 $? $$ $# "$@"', 'echo $HOME «$HOME» $HOME $1 $? $$ $# «$@»'],
    ['echo $12 ${12}', 'echo $12 $12'],
    ['echo $ $% a$', 'echo $ $% a$'],
    [
      'echo ${a:-b c} ${a%%.*} ${#a} ${a:=x} ${a:+y} ${a:?z} ${a#x}',
      'echo $a.default $a.trim-suffix $a.length $a.assign $a.alternative $a.error $a.trim-prefix',
    ],
    ['echo $(date; echo `id`) "$(pwd)"', 'echo $(date ; echo $(id)) «$(pwd)»'],
    ['echo $((1 + $x))', 'echo $((«1 + »«$x»))'],
    ['a; b & c\nd', 'a ; b & ; c ; d'],
    ['a && b || ! c | d', 'a && b || ! c | d'],
    ['a &&\n\nb |\nc', 'a && b | c'],
    ['A=1 B="$x" cmd C=3', 'A:=1 B:=«$x» cmd C=3'],
    ['A=', 'A:='],
    ['echo out > f 2>&1 >>g <h 2>/dev/null', 'echo out 1>f 2>&1 1>>g 0<h 2>/dev/null'],
    ['echo 2 >f 22', 'echo 2 22 1>f'],
    ['echo err >&2', 'echo err 1>&2'],
    ['>f', ' 1>f'],
    ['if a; then b; elif c; then d; else e; fi', 'if[a]→[b][c]→[d]else[e]'],
    ['while :; do sleep 0.1; done', 'while[:][sleep 0.1]'],
    ['until a; do b; done > f', 'until[a][b] 1>f'],
    ['for i in 1 2 3; do echo $i; done', 'for i(1 2 3)[echo $i]'],
    ['for x; do y; done', 'for x($@)[y]'],
    ['for x in; do y; done', 'for x()[y]'],
    ['(a; b) && { c; d; }', '(a ; b) && {c ; d}'],
    ['case $1 in a|b) x;; (*) y; esac', 'case $1 a|b→[x]*→[y]'],
    ['case $1 in esac', 'case $1 '],
    ['f() { echo hi; }\nf', 'f() {echo hi} ; f'],
    ['echo if then done', 'echo if then done'],
    ['echo a \\\n b', 'echo a b'],
    ["cat <<END > f\nhi $x\n'q'\nEND\necho after", "cat 0<<«hi »«$x»«\n'q'\n» 1>f ; echo after"],
    ["cat <<'END'\n$x\nEND", 'cat 0<<«$x\n»'],
    ['cat <<-END\n\t\ta\n\tEND\nb', 'cat 0<<«a\n» ; b'],
    [
      `trap "echo down; exit 0" TERM; while :; do sleep 0.1; done`,
      'trap «echo down; exit 0» TERM ; while[:][sleep 0.1]',
    ],
    [
      "printf '#!/bin/sh\\necho git\\n' > /usr/local/bin/git",
      'printf «#!/bin/sh\\necho git\\n» 1>/usr/local/bin/git',
    ],
    ["docker inspect -f '{{.State.Status}}' web", 'docker inspect -f «{{.State.Status}}» web'],
    ['echo {{x}} a=b', 'echo {{x}} a=b'],
  ])('%j', (text, expected) => {
    expect(show(text)).toBe(expected);
  });
});

/* What the real shells say to `sh -c` and `bash -c`: busybox 1.35, dash 0.5.12, bash 5.2.15. null: no error before it runs. */
describe('errors, as ash, dash and bash word them', () => {
  const near = (token: string, line: string): string =>
    `line 1: syntax error near unexpected token \`${token}'\nbash: -c: line 1: \`${line}'`;
  const matching = (what: string, at = 1): string =>
    `line ${at}: unexpected EOF while looking for matching \`${what}'`;
  const ending = 'line 2: syntax error: unexpected end of file';

  test.each<[string, string | null, string | null, string | null]>([
    ['echo "', 'unterminated quoted string', 'Unterminated quoted string', matching('"')],
    ["echo 'a", 'unterminated quoted string', 'Unterminated quoted string', matching("'")],
    ['| foo', 'unexpected "|"', '"|" unexpected', near('|', '| foo')],
    [';', 'unexpected ";"', '";" unexpected', near(';', ';')],
    ['a;;', 'unexpected ";;"', '";;" unexpected', near(';;', 'a;;')],
    ['fi', 'unexpected "fi"', '"fi" unexpected', near('fi', 'fi')],
    ['echo a)', 'unexpected ")"', '")" unexpected', near(')', 'echo a)')],
    ['if true; then fi', 'unexpected "fi"', '"fi" unexpected', near('fi', 'if true; then fi')],
    [
      'if true; then',
      'unexpected end of file (expecting "fi")',
      'end of file unexpected (expecting "fi")',
      ending,
    ],
    [
      'while :; do echo',
      'unexpected end of file (expecting "done")',
      'end of file unexpected (expecting "done")',
      ending,
    ],
    [
      'while :; echo; done',
      'unexpected "done" (expecting "do")',
      '"done" unexpected (expecting "do")',
      near('done', 'while :; echo; done'),
    ],
    [
      'for i in 1; echo',
      'unexpected word (expecting "do")',
      'word unexpected (expecting "do")',
      near('echo', 'for i in 1; echo'),
    ],
    ['a &&', 'unexpected end of file', 'end of file unexpected', ending],
    ['a >', 'unexpected end of file', 'end of file unexpected', near('newline', 'a >')],
    ['a >\nb', 'unexpected newline', 'newline unexpected', near('newline', 'a >')],
    ['a > > b', 'unexpected redirection', 'redirection unexpected', near('>', 'a > > b')],
    ['cat <<<', 'unexpected redirection', 'redirection unexpected', near('newline', 'cat <<<')],
    ['cat <<< a', 'unexpected redirection', 'redirection unexpected', null],
    [
      '(a',
      'unexpected end of file (expecting ")")',
      'end of file unexpected (expecting ")")',
      ending,
    ],
    [
      'echo $(a',
      'unexpected end of file (expecting ")")',
      'end of file unexpected (expecting ")")',
      matching(')', 2),
    ],
    [
      '{ a',
      'unexpected end of file (expecting "}")',
      'end of file unexpected (expecting "}")',
      ending,
    ],
    ['echo ${x', "missing '}'", "Missing '}'", matching('}')],
    ['echo ${x!}', null, null, null],
    ['for 1 in a; do b; done', 'bad for loop variable', 'Bad for loop variable', null],
    ['a-b() { c; }', 'bad function name', 'Bad function name', null],
    [':(){ c; }', 'bad function name', 'Bad function name', null],
    ['echo a >& f', null, 'Bad fd number', null],
    ['a |& b', 'unexpected "&"', '"&" unexpected', null],
    ['a=(1)', 'unexpected "("', '"(" unexpected', null],
    ['echo a=(1)', 'unexpected "("', '"(" unexpected', near('(', 'echo a=(1)')],
    ['a=(1 2', 'unexpected "("', '"(" unexpected', matching(')')],
    [
      'echo (a)',
      'unexpected word (expecting ")")',
      'word unexpected (expecting ")")',
      near('a', 'echo (a)'),
    ],
    ['cat <(a)', null, '"(" unexpected', null],
    ['f () echo hi', null, null, near('echo', 'f () echo hi')],
    ['! ! true', 'unexpected "!"', '"!" unexpected', null],
    ['function g { echo g; }', null, '"}" unexpected', null],
    [
      'for ((i=0;i<3)); do a; done',
      'bad for loop variable',
      'Bad for loop variable',
      "line 1: syntax error: arithmetic expression required\nbash: -c: line 1: syntax error: `((i=0;i<3))'",
    ],
    ['[[ a == b', null, null, "line 1: unexpected EOF while looking for `]]'"],
    ['[[ a b ]]', null, null, 'line 1: conditional binary operator expected'],
    ['[[ -f ]]', null, null, "line 1: unexpected argument `]]' to conditional unary operator"],
    [
      '[[ a == ',
      null,
      null,
      "line 1: unexpected argument `newline' to conditional binary operator",
    ],
    ['echo `a', 'EOF in backquote substitution', 'EOF in backquote substitution', matching('`')],
  ])('%s', (text, ash, dash, bash) => {
    const said = (flavour: ShellFlavour, name: string): string | null => {
      const parsed = parseScript(text, flavour);
      return parsed.ok ? null : parseErrorText(parsed.error.error, flavour, name);
    };
    expect(said('ash', 'sh')).toBe(ash && `sh: syntax error: ${ash}`);
    expect(said('dash', 'sh')).toBe(dash && `sh: 1: Syntax error: ${dash}`);
    expect(said('bash', 'bash')).toBe(bash && `bash: -c: ${bash}`);
  });

  test('a script that more lines could complete is told from a wrong one', () => {
    const incomplete = (text: string): boolean => {
      const parsed = parseScript(text, 'bash');
      return !parsed.ok && isIncomplete(parsed.error.error);
    };
    expect(['echo "a', 'if a; then', 'a &&', '{ a'].map(incomplete)).not.toContain(false);
    expect(['fi', 'a | | b', 'echo'].map(incomplete)).not.toContain(true);
  });

  test('the line of an error is counted from one', () => {
    const parsed = parseScript('a\nb\n)', 'bash');
    expect(!parsed.ok && parsed.error.error.line).toBe(3);
  });
});

describe('bounds', () => {
  test.each([['('], ['$('], ['{ '], ['"$('], ['${a:-'], ['$(('], ['if '], ['! ']])(
    'a hundred thousand times %s ends in a result',
    (piece) => {
      const parsed = parseScript(`echo ${piece.repeat(100_000)}`, 'bash');
      expect(typeof parsed.ok).toBe('boolean');
      expect(parseScript(piece.repeat(100_000), 'bash').ok).toBe(false);
    },
    5_000,
  );

  test('any text gives a script or an error', () => {
    const words = `a 1 $ \${ $( $(( ) } { ( ' " \\ ; & | > < >> << <<E E \n # \` if then fi do done for in case esac ! = *`;
    const piece = fc.oneof(fc.constantFrom(...words.split(' '), ' '), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const parsed = parseScript(pieces.join(''), 'bash');
        if (!parsed.ok)
          expect(parseErrorText(parsed.error.error, 'bash', 'bash')).toMatch(/^bash: ./s);
        else expect(parsed.value.kind).toBe('script');
      }),
      { numRuns: 1000 },
    );
  });
});
