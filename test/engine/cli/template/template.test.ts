import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEADER_FUNCTIONS } from '@/lib/engine/cli/template/functions';
import { compileTemplate, execute, type ExecuteOptions } from '@/lib/engine/cli/template/template';
import { GoValue, recordOf } from '@/lib/engine/cli/template/value';

/** The output or, after a dash, the error. */
function run(template: string, data: unknown, options: ExecuteOptions = {}): string {
  const compiled = compileTemplate(template);
  if (!compiled.ok) return `- ${compiled.error}`;
  const result = execute(compiled.value, data, options);
  return result.ok ? result.value : `- ${result.error}`;
}

/** A row of `docker ps` as its formatter offers it. */
const row = recordOf('*formatter.ContainerContext', {
  ID: () => 'b76e29817c34',
  Names: () => 'web',
  Image: () => 'nginx',
  Command: () => '"sh -c \'exit 1\'"',
  State: () => 'running',
  Ports: () => '',
  Labels: () => 'app=red',
  Platform: () => null,
  Label: (name: string) => (name === 'app' ? 'red' : ''),
});

describe('templates recorded from docker ps --format', () => {
  test.each([
    ['{{json .Names}}', '"web"'],
    ['{{upper .Names}}', 'WEB'],
    ['{{lower .Image}} {{title .State}}', 'nginx Running'],
    ['{{join (split .Names ",") "-"}}', 'web'],
    ['{{printf "%-10s|%5s" .Names .State}}', 'web       |running'],
    ['{{if eq .State "running"}}UP {{.Names}}{{else}}DOWN {{.Names}}{{end}}', 'UP web'],
    ['{{len .Names}}', '3'],
    ['{{println .Names}}', 'web\n'],
    ['{{.Label "app"}}', 'red'],
    ['{{.Names}} {{.Label "t"}}', 'web '],
    ['{{truncate .Names 2}}', 'we'],
    ['{{pad .Names 2 3}}', '  web   '],
    ['{{with .Ports}}{{.}}{{else}}none{{end}}', 'none'],
    ['{{$x := .Names}}{{$x}}!', 'web!'],
    ['{{.Names | upper | printf "%q"}}', '"WEB"'],
    ['{{and .Names .Ports}}', ''],
    ['{{ne .State "exited"}} {{not .Ports}}', 'true true'],
    ['{{- .Names -}}', 'web'],
    ['{{/* c */}}{{.Names}}', 'web'],
    ['{{html .Command}}', '&#34;sh -c &#39;exit 1&#39;&#34;'],
    ['{{.Names}}|{{.Image}}|{{.Command}}', 'web|nginx|"sh -c \'exit 1\'"'],
    ['{{slice .Names 0 2}}', 'we'],
    [
      '{{json .}}',
      '{"Command":"\\"sh -c \'exit 1\'\\"","ID":"b76e29817c34","Image":"nginx","Labels":"app=red","Names":"web","Platform":null,"Ports":"","State":"running"}',
    ],
    ['{{nofunc .}}', '- template: :1: function "nofunc" not defined'],
    ['{{.Names', '- template: :1: unclosed action'],
    [
      '{{.Nope}}',
      '- template: :1:2: executing "" at <.Nope>: can\'t evaluate field Nope in type *formatter.ContainerContext',
    ],
  ])('%s', (template, expected) => {
    expect(run(template, row)).toBe(expected);
  });

  /** docker ps tries a template with empty fields first; these are the errors it then shows. */
  const empty = recordOf('*formatter.ContainerContext', { Names: () => '' });
  test.each([
    [
      '{{index .Names 0}}',
      '- template: :1:2: executing "" at <index .Names 0>: error calling index: reflect: string index out of range',
    ],
    [
      '{{slice .Names 0 2}}',
      '- template: :1:2: executing "" at <slice .Names 0 2>: error calling slice: index out of range: 2',
    ],
    [
      '{{range .Names}}x{{end}}',
      '- template: :1:8: executing "" at <.Names>: range can\'t iterate over ',
    ],
  ])('%s over empty fields', (template, expected) => {
    expect(run(template, empty)).toBe(expected);
  });

  test('a template may have a name', () => {
    const compiled = compileTemplate('{{.Nope}}', { name: 'version' });
    if (!compiled.ok) throw new Error(compiled.error);
    expect(execute(compiled.value, recordOf('system.versionInfo', {}))).toEqual({
      ok: false,
      error:
        'template: version:1:2: executing "version" at <.Nope>: can\'t evaluate field Nope in type system.versionInfo',
    });
  });

  test('a header keeps its words, but pad pads it', () => {
    const compiled = compileTemplate('{{upper .Names}}\t{{pad .Image 1 1}}\t{{truncate .ID 2}}');
    if (!compiled.ok) throw new Error(compiled.error);
    const header = { Names: 'Names', Image: 'IMAGE', ID: 'CONTAINER ID' };
    expect(execute(compiled.value, header, { functions: HEADER_FUNCTIONS })).toEqual({
      ok: true,
      value: 'Names\t IMAGE \tCONTAINER ID',
    });
  });
});

const data = {
  s: 'héllo world',
  n: 42,
  f: 1.5,
  t: true,
  nothing: null,
  list: ['b', 'a'],
  empty: [],
  map: { b: 1, a: { x: null } },
  html: '<a href="x">&\'',
};

describe('the language', () => {
  test.each([
    ['plain text', 'plain text'],
    ['', ''],
    [
      '{{.}}',
      'map[empty:[] f:1.5 html:<a href="x">&\' list:[b a] map:map[a:map[x:<nil>] b:1] n:42 nothing:<nil> s:héllo world t:true]',
    ],
    ['{{.nothing}} {{.missing}} {{.missing.deeper}}', '<no value> <no value> <no value>'],
    ['{{.map.a.x}}', '<no value>'],
    ['{{range .list}}[{{.}}]{{end}}', '[b][a]'],
    ['{{range $i, $v := .list}}{{$i}}={{$v}} {{end}}', '0=b 1=a '],
    ['{{range $k, $v := .map}}{{$k}};{{end}}', 'a;b;'],
    ['{{range .empty}}x{{else}}nothing{{end}}', 'nothing'],
    ['{{range .missing}}x{{else}}nothing{{end}}', 'nothing'],
    ['{{range 3}}{{.}}{{end}}', '012'],
    ['{{range .list}}{{if eq . "a"}}{{break}}{{end}}{{.}}{{end}}', 'b'],
    ['{{range .list}}{{if eq . "b"}}{{continue}}{{end}}{{.}}{{end}}', 'a'],
    ['{{if .empty}}a{{else if .t}}b{{else}}c{{end}}', 'b'],
    ['{{if not .t}}a{{else if .nothing}}b{{else}}c{{end}}', 'c'],
    ['{{with .map}}{{.b}}{{end}}', '1'],
    ['{{with .nothing}}a{{else with .n}}{{.}}{{end}}', '42'],
    ['{{with $x := .n}}{{$x}}{{end}}', '42'],
    ['{{$x := 1}}{{if .t}}{{$x = 2}}{{end}}{{$x}}', '2'],
    ['{{$x := 1}}{{range .list}}{{$x := 5}}{{end}}{{$x}}', '1'],
    ['{{range .list}}{{$.n}}{{end}}', '4242'],
    ['a  {{- .n -}}  b', 'a42b'],
    ['a {{- /* note */ -}} b', 'ab'],
    ['{{ "quoted \\"x\\" \\u00e9\\n" }}', 'quoted "x" é\n'],
    ['{{`raw \\n`}}', 'raw \\n'],
    ["{{'a'}} {{0x10}} {{1e3}} {{-5}} {{1_000}} {{010}}", '97 16 1000 -5 1000 8'],
    ['{{true}} {{not true}}', 'true false'],
    ['{{(index .list 1) | upper}}', 'A'],
    ['{{(index .map "a").x}}', '<no value>'],
    ['{{index .map "zz"}}', '<no value>'],
    ['{{index .list 0 | printf "%s-%s" "x"}}', 'x-b'],
    ['{{len .list}} {{len .map}} {{len .s}}', '2 2 12'],
    ['{{slice .list 1}} {{slice .s 0 1}}', '[a] h'],
    [
      '{{eq .n 1 2 42}} {{ne .s "x"}} {{lt .n 43}} {{le .n 42}} {{gt .f 1.0}} {{ge "b" "a"}}',
      'true true true true true true',
    ],
    ['{{eq .nothing 1}} {{eq .nothing nil}}', 'false true'],
    ['{{or .nothing "" "x"}} {{or 0 ""}}| {{and 1 2}}', 'x | 2'],
    ['{{or .t (index .list 99)}}', 'true'],
    ['{{print 1 2 "a" 3 nil}} {{println "a" 1}}', '1 2a3 <nil> a 1\n'],
    [
      '{{html .html}} {{urlquery "a b&c/d"}} {{js "it\'s"}}',
      "&lt;a href=&#34;x&#34;&gt;&amp;&#39; a+b%26c%2Fd it\\'s",
    ],
    ['{{json .map}} {{json .html}}', '{"a":{"x":null},"b":1} "<a href=\\"x\\">&\'"'],
    ['{{title "hello big-world it\'s"}}', "Hello Big-World It's"],
    ['{{split "a,b" ","}} {{len (split "" ",")}}', '[a b] 1'],
    ['{{truncate "ab" 5}} {{pad "" 3 3}}|', 'ab |'],
    ['{{define "x"}}<{{.}}>{{end}}{{template "x" .n}}{{template "x"}}', '<42><<no value>>'],
    ['{{block "y" .list}}{{len .}}{{end}}', '2'],
    ['{{if\n.t}}\nyes{{end}}', '\nyes'],
  ])('%s', (template, expected) => {
    expect(run(template, data)).toBe(expected);
  });

  test.each([
    ['%d %5d|%-5d|%05d|%+d', '7 7 7 7 7', '7     7|7    |00007|+7'],
    ['%s %10s|%-10s|%.2s', '"abc" "abc" "abc" "abc"', 'abc        abc|abc       |ab'],
    ['%q %v %x %X', '"a\\tb" "x" "hi" "hi"', '"a\\tb" x 6869 6869'],
    ['%x %b %o %c %U', '255 5 8 65 65', 'ff 101 10 A U+0041'],
    ['%.2f %8.3f|%e %g', '1.005 3.14159 12345.678 0.5', '1.00    3.142|1.234568e+04 0.5'],
    ['%t %v %T', 'true false 1.5', 'true false float64'],
    ['100%% %d', '1', '100% 1'],
    ['%d', '"hi"', '%!d(string=hi)'],
    ['%s', '5', '%!s(int=5)'],
    ['%s %s', '"a"', 'a %!s(MISSING)'],
    ['%s', '"a" 1 "b"', 'a%!(EXTRA int=1, string=b)'],
    ['%', '', '%!(NOVERB)'],
    ['%*d|', '5 7', '    7|'],
  ])('printf %s of %s', (format, args, expected) => {
    expect(run(`{{printf ${JSON.stringify(format)} ${args}}}`, {})).toBe(expected);
  });

  test('printf knows slices and maps', () => {
    expect(run('{{printf "%v %s %q %#v" .list .list .list .list}}', data)).toBe(
      '[b a] [b a] ["b" "a"] []interface {}{"b", "a"}',
    );
    expect(run('{{printf "%v" .map}}', data)).toBe('map[a:map[x:<nil>] b:1]');
  });
});

describe('parse errors are those of Go', () => {
  test.each([
    ['{{if}}a{{end}}', 'missing value for if'],
    ['{{}}', 'missing value for command'],
    ['{{end}}', 'unexpected {{end}}'],
    ['{{else}}', 'unexpected {{else}}'],
    ['{{range .X}}', 'unexpected EOF'],
    ['{{if .X}}a{{else}}b{{else}}c{{end}}', 'expected end; found {{else}}'],
    ['{{.Foo}', "bad character U+007D '}'"],
    ['{{"a}}', 'unterminated quoted string'],
    ['{{`a}}', 'unterminated raw quoted string'],
    ["{{'a}}", 'unterminated character constant'],
    ['{{(.X}}', 'unclosed left paren'],
    ['{{.X)}}', 'unexpected right paren'],
    ['{{$y}}', 'undefined variable "$y"'],
    ['{{$y = 1}}', 'undefined variable "$y"'],
    ['{{nope .X}}', 'function "nope" not defined'],
    ['{{/* x}}', 'unclosed comment'],
    ['{{/* x */ .X}}', 'comment ends before closing delimiter'],
    ['{{.X | 1}}', 'non executable command in pipeline stage 2'],
    ['{{3.X}}', 'bad number syntax: "3.X"'],
    ['{{"a".X}}', 'unexpected . after term "\\"a\\""'],
    ['{{.X!}}', "bad character U+0021 '!'"],
    ['{{1a}}', 'bad number syntax: "1a"'],
    ['{{$x, $y := .A}}', 'too many declarations in command'],
    ['{{break}}', '{{break}} outside {{range}}'],
    ['{{.X :}}', 'expected :='],
    ['{{é€}}', "bad character U+20AC '€'"],
    ['{{€}}', "unrecognized character in action: U+20AC '€'"],
    ['{{if .A}}{{define "x"}}{{end}}{{end}}', 'unexpected <define> in command'],
    ['{{template .X}}', 'unexpected ".X" in template clause'],
  ])('%s', (template, problem) => {
    expect(run(template, {})).toBe(`- template: :1: ${problem}`);
  });

  test('the line is that of the error', () => {
    expect(run('a\nb\n{{.X', {})).toBe('- template: :3: unclosed action');
    expect(run('a\n{{.X\n', {})).toBe('- template: :3: unclosed action started at :2');
  });
});

describe('execution errors are those of Go', () => {
  test.each([
    ['{{.n.x}}', ':1:4: executing "" at <.n.x>: can\'t evaluate field x in type int'],
    ['{{upper 3}}', ':1:8: executing "" at <3>: expected string; found 3'],
    ['{{upper .n}}', ':1:8: executing "" at <.n>: wrong type for value; expected string; got int'],
    ['{{upper .nothing}}', ':1:8: executing "" at <.nothing>: invalid value; expected string'],
    ['{{upper}}', ':1:2: executing "" at <upper>: wrong number of args for upper: want 1 got 0'],
    [
      '{{printf}}',
      ':1:2: executing "" at <printf>: wrong number of args for printf: want at least 1 got 0',
    ],
    [
      '{{join .list ","}}',
      ':1:7: executing "" at <.list>: wrong type for value; expected []string; got []interface {}',
    ],
    ['{{truncate "a" "b"}}', ':1:15: executing "" at <"b">: expected integer; found "b"'],
    ['{{len 3}}', ':1:2: executing "" at <len 3>: error calling len: len of type int'],
    [
      '{{index .list 5}}',
      ':1:2: executing "" at <index .list 5>: error calling index: index out of range: 5',
    ],
    [
      '{{index .list 2}}',
      ':1:2: executing "" at <index .list 2>: error calling index: reflect: slice index out of range',
    ],
    [
      '{{index .list "a"}}',
      ':1:2: executing "" at <index .list "a">: error calling index: cannot index slice/array with type string',
    ],
    [
      '{{index .map 1}}',
      ':1:2: executing "" at <index .map 1>: error calling index: value has type int; should be string',
    ],
    [
      '{{index .n 1}}',
      ':1:2: executing "" at <index .n 1>: error calling index: can\'t index item of type int',
    ],
    [
      '{{index .nothing 1}}',
      ':1:2: executing "" at <index .nothing 1>: error calling index: index of untyped nil',
    ],
    [
      '{{eq .n "a"}}',
      ':1:2: executing "" at <eq .n "a">: error calling eq: incompatible types for comparison',
    ],
    [
      '{{lt .list 1}}',
      ':1:2: executing "" at <lt .list 1>: error calling lt: invalid type for comparison',
    ],
    ['{{nil}}', ':1:2: executing "" at <nil>: nil is not a command'],
    ['{{true 1}}', ':1:2: executing "" at <true>: can\'t give argument to non-function true'],
    ['{{.n 1}}', ':1:2: executing "" at <.n>: n is not a method but has arguments'],
    ['{{template "x"}}', ':1:11: executing "" at <{{template "x"}}>: template "x" not defined'],
    ['é{{.n.x}}', ':1:6: executing "" at <.n.x>: can\'t evaluate field x in type int'],
    ['a\nbc{{.n.x}}', ':2:6: executing "" at <.n.x>: can\'t evaluate field x in type int'],
  ])('%s', (template, problem) => {
    expect(run(template, data)).toBe(`- template: ${problem}`);
  });

  test('a missing key is an error where the command says so', () => {
    const strict = { missingKey: 'error' } as const;
    expect(run('{{.map.zz}}', data, strict)).toBe(
      '- template: :1:6: executing "" at <.map.zz>: map has no entry for key "zz"',
    );
    expect(run('{{.nothing.zz}}', data, strict)).toBe(
      '- template: :1:10: executing "" at <.nothing.zz>: nil data; no entry for key "zz"',
    );
  });

  test('a nil pointer has no fields', () => {
    const type = {
      kind: 'pointer',
      element: {
        kind: 'struct',
        name: 'container.Health',
        fields: { Status: { type: { kind: 'string' } } },
      },
    } as const;
    const health = new GoValue(type, null);
    expect(run('{{.}} {{if .}}yes{{else}}no{{end}}', health)).toBe('<nil> no');
    expect(run('{{.Status}}', health)).toBe(
      '- template: :1:2: executing "" at <.Status>: nil pointer evaluating *container.Health.Status',
    );
    expect(run('{{.Nope}}', health)).toBe(
      '- template: :1:2: executing "" at <.Nope>: can\'t evaluate field Nope in type *container.Health',
    );
  });
});

describe('bounds', () => {
  test('endless recursion ends in words', () => {
    expect(run('{{define "x"}}{{template "x" .}}{{end}}{{template "x" .}}', {})).toContain(
      'exceeded maximum template depth',
    );
  });

  test('endless output and work end in words', () => {
    expect(run('{{range 2000}}{{range 2000}}{{end}}{{end}}', {})).toContain('too many steps');
    expect(run('{{range 999}}{{printf "%9999s" "x"}}{{end}}', {})).toContain('output too long');
    expect(run('{{range 9999999}}x{{end}}', {})).toContain('too many steps');
  });

  test('deep nesting ends in words', () => {
    const depth = 5000;
    expect(run(`${'{{if .}}'.repeat(depth)}${'{{end}}'.repeat(depth)}`, {})).toContain('depth');
    expect(run(`{{${'('.repeat(depth)}1${')'.repeat(depth)}}}`, {})).toContain('depth');
  });

  test('any template gives text or an error that begins with "template:"', () => {
    const words =
      '{{ }} {{- -}} . .n $ $x := | ( ) " ` \' if end range else with len printf index 1 /* */ ,';
    const piece = fc.oneof(
      fc.constantFrom(...words.split(' '), ' ', '\n'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const compiled = compileTemplate(pieces.join(''));
        const result = compiled.ok ? execute(compiled.value, data) : compiled;
        expect(result.ok ? 'template: ' : result.error).toMatch(/^template: /);
      }),
      { numRuns: 500 },
    );
  });
});
