import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, Script, Word } from '@/lib/engine/shell/ast';
import { parseScript } from '@/lib/engine/shell/parse';
import { isIncomplete, parseErrorText } from '@/lib/engine/shell/parse-error';

/** A script in a short notation: quoted text in «», structure in brackets, so that a table can show it. */
function show(text: string): string {
  const parsed = parseScript(text);
  return parsed.ok ? script(parsed.value) : `! ${parsed.error.kind}`;
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
    case 'case': {
      const arms = node.arms.map(
        (arm) => `${arm.patterns.map(word).join('|')}→[${script(arm.body)}]`,
      );
      return `case ${word(node.subject)} ${arms.join('')}`;
    }
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

describe('errors, as busybox, dash and bash word them', () => {
  test.each([
    [
      'echo "',
      'unterminated quoted string',
      'Unterminated quoted string',
      'unexpected EOF while looking for matching `"\'',
    ],
    [
      "echo 'a",
      'unterminated quoted string',
      'Unterminated quoted string',
      "unexpected EOF while looking for matching `''",
    ],
    ['| foo', 'unexpected "|"', '"|" unexpected', "syntax error near unexpected token `|'"],
    [';', 'unexpected ";"', '";" unexpected', "syntax error near unexpected token `;'"],
    ['a;;', 'unexpected ";;"', '";;" unexpected', "syntax error near unexpected token `;;'"],
    ['fi', 'unexpected "fi"', '"fi" unexpected', "syntax error near unexpected token `fi'"],
    [')', 'unexpected ")"', '")" unexpected', "syntax error near unexpected token `)'"],
    [
      'if true; then fi',
      'unexpected "fi"',
      '"fi" unexpected',
      "syntax error near unexpected token `fi'",
    ],
    [
      'while :; do echo',
      'unexpected end of file (expecting "done")',
      'end of file unexpected (expecting "done")',
      'syntax error: unexpected end of file',
    ],
    [
      'for i in 1; echo',
      'unexpected word (expecting "do")',
      'word unexpected (expecting "do")',
      "syntax error near unexpected token `echo'",
    ],
    [
      'a &&',
      'unexpected end of file',
      'end of file unexpected',
      'syntax error: unexpected end of file',
    ],
    [
      'a >\nb',
      'unexpected newline',
      'newline unexpected',
      "syntax error near unexpected token `newline'",
    ],
    [
      'a > > b',
      'unexpected redirection',
      'redirection unexpected',
      "syntax error near unexpected token `>'",
    ],
    [
      '(a',
      'unexpected end of file (expecting ")")',
      'end of file unexpected (expecting ")")',
      "unexpected EOF while looking for matching `)'",
    ],
    [
      '{ a',
      'unexpected end of file (expecting "}")',
      'end of file unexpected (expecting "}")',
      'syntax error: unexpected end of file',
    ],
    ['echo ${x', "missing '}'", "Missing '}'", "unexpected EOF while looking for matching `}'"],
    ['echo ${x!}', 'bad substitution', 'Bad substitution', '${x!}: bad substitution'],
    [
      'for 1 in a; do b; done',
      'bad for loop variable',
      'Bad for loop variable',
      'syntax error: not a valid identifier',
    ],
    [
      'a-b() { c; }',
      'bad function name',
      'Bad function name',
      'syntax error: not a valid identifier',
    ],
    [
      'echo `a',
      'EOF in backquote substitution',
      'EOF in backquote substitution',
      "unexpected EOF while looking for matching ``'",
    ],
  ])('%s', (text, busybox, dash, bash) => {
    const parsed = parseScript(text);
    if (parsed.ok) throw new Error('parsed');
    expect(parseErrorText(parsed.error, 'busybox', 'sh')).toBe(`sh: syntax error: ${busybox}`);
    expect(parseErrorText(parsed.error, 'dash', 'sh')).toBe(
      `sh: ${parsed.error.line}: Syntax error: ${dash}`,
    );
    expect(parseErrorText(parsed.error, 'bash', 'bash')).toBe(`bash: ${bash}`);
  });

  test('a script that more lines could complete is told from a wrong one', () => {
    const incomplete = (text: string): boolean => {
      const parsed = parseScript(text);
      return !parsed.ok && isIncomplete(parsed.error);
    };
    expect(['echo "a', 'if a; then', 'a &&', '{ a'].map(incomplete)).not.toContain(false);
    expect(['fi', 'a | | b', 'echo'].map(incomplete)).not.toContain(true);
  });

  test('the line of an error is counted from one', () => {
    const parsed = parseScript('a\nb\n)');
    expect(!parsed.ok && parsed.error.line).toBe(3);
  });
});

describe('bounds', () => {
  test.each([['('], ['$('], ['{ '], ['"$('], ['${a:-'], ['$(('], ['if '], ['! ']])(
    'a hundred thousand times %s ends in a result',
    (piece) => {
      const parsed = parseScript(`echo ${piece.repeat(100_000)}`);
      expect(typeof parsed.ok).toBe('boolean');
      expect(parseScript(piece.repeat(100_000)).ok).toBe(false);
    },
    5_000,
  );

  test('any text gives a script or an error', () => {
    const words = `a 1 $ \${ $( $(( ) } { ( ' " \\ ; & | > < >> << <<E E \n # \` if then fi do done for in case esac ! = *`;
    const piece = fc.oneof(fc.constantFrom(...words.split(' '), ' '), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const parsed = parseScript(pieces.join(''));
        if (!parsed.ok) expect(parseErrorText(parsed.error, 'bash', 'bash')).toMatch(/^bash: ./s);
        else expect(parsed.value.kind).toBe('script');
      }),
      { numRuns: 1000 },
    );
  });
});
