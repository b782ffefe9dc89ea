import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '@/lib/engine/build/dockerfile/parse-dockerfile';
import { readStages } from '@/lib/engine/build/dockerfile/stages';
import { EngineError } from '@/lib/engine/errors';

function instructions(text: string): readonly unknown[] {
  const { stages, globals } = readStages(parseDockerfile(text).lines);
  return [...globals, ...stages.flatMap(({ from, instructions }) => [from, ...instructions])];
}

function refusal(text: string): string {
  try {
    instructions(text);
  } catch (failure) {
    if (failure instanceof EngineError) return failure.message;
    throw failure;
  }
  return '';
}

describe('a Dockerfile is taken apart', () => {
  it('comments are left out and lines go on behind the escape character', () => {
    const text = 'FROM a\n# note\n  RUN one && \\\n# in between\n    two\\\n\\\n three\n';
    expect(parseDockerfile(text).lines.map(({ line, original }) => [line, original])).toEqual([
      [1, 'FROM a'],
      [3, 'RUN one &&     two three'],
    ]);
  });

  it('an empty line inside an instruction is warned of', () => {
    const { warnings } = parseDockerfile('FROM a\nRUN b \\\n\n  c\n');
    expect(warnings).toEqual(['Empty continuation line found in: RUN b   c']);
  });

  it('a parser directive changes the escape character', () => {
    const file = parseDockerfile('# syntax=x/y\n# escape=`\nFROM a\nRUN c:\\ `\n  d\n');
    expect(file.escape).toBe('`');
    expect(file.lines[1]?.original).toBe('RUN c:\\   d');
  });

  it('directives stand at the beginning only', () => {
    expect(parseDockerfile('# note\n# escape=`\nFROM a\n').escape).toBe('\\');
  });

  it('a heredoc belongs to the line that opens it', () => {
    const [, run, cmd] = parseDockerfile('FROM a\nRUN <<-EOF\n\tls\n\tEOF\nCMD x\n').lines;
    expect(run?.heredocs).toEqual([{ name: 'EOF', chomp: true, content: '\tls\n' }]);
    expect(cmd?.args).toEqual(['x']);
  });

  it('flags, JSON and words are told apart', () => {
    expect(
      instructions('FROM --platform=linux/amd64 a AS B\nCOPY --from=b ["x y", "/z/"]'),
    ).toEqual([
      expect.objectContaining({ base: 'a', name: 'b', platform: 'linux/amd64' }),
      expect.objectContaining({ sources: ['x y'], destination: '/z/', from: 'b' }),
    ]);
    expect(instructions('FROM a\nCMD ["a", "b\nENV A=1 B="two words" C=\\ x')).toEqual([
      expect.anything(),
      expect.objectContaining({ command: { words: ['["a", "b'], prependShell: true } }),
      expect.objectContaining({
        pairs: [
          { name: 'A', value: '1' },
          { name: 'B', value: '"two words"' },
          { name: 'C', value: '\\ x' },
        ],
      }),
    ]);
  });

  const line2 = 'dockerfile parse error on line 2: ';
  const refusals: readonly (readonly [text: string, message: string])[] = [
    ['', 'file with no instructions'],
    ['# only\n', 'file with no instructions'],
    ['RUN ls', 'no build stage in current context'],
    ['FROM', 'dockerfile parse error on line 1: FROM requires either one or three arguments'],
    ['FROM a\nFORM b', `${line2}unknown instruction: FORM (did you mean FROM?)`],
    ['FROM a\nbogus b', `${line2}unknown instruction: bogus`],
    [
      'FROM a\nCOPY x',
      `${line2}COPY requires at least two arguments, but only one was provided. Destination could not be determined`,
    ],
    ['FROM a\nCOPY --form=b x y', `${line2}unknown flag: --form (did you mean from?)`],
    ['FROM a\nCOPY --from x y', `${line2}missing a value on flag: --from`],
    ['FROM a\nADD --link=maybe x y', `${line2}expecting boolean value for flag --link, not: maybe`],
    ['FROM a\nENV X', 'ENV must have two arguments'],
    ['FROM a\nENV A=1 B', `Syntax error - can't find = in "B". Must be of the form: name=value`],
    ['FROM a\nENV =x', `${line2}ENV names can not be blank`],
    [
      'FROM a\nCMD ["a", 1]',
      'when using JSON array syntax, arrays must be comprised of strings only',
    ],
    ['FROM a\nSHELL sh', `${line2}SHELL requires the arguments to be in JSON form`],
    ['FROM a\nSHELL []', `${line2}SHELL requires at least one argument`],
    ['FROM a\nUSER', `${line2}USER requires exactly one argument`],
    [
      'FROM a\nONBUILD ONBUILD RUN x',
      `${line2}Chaining ONBUILD via \`ONBUILD ONBUILD\` isn't allowed`,
    ],
    ['FROM a\nONBUILD FROM x', `${line2}FROM isn't allowed as an ONBUILD trigger`],
    ['FROM a\nHEALTHCHECK NONE x', `${line2}HEALTHCHECK NONE takes no arguments`],
    ['FROM a\nHEALTHCHECK ls', `${line2}Unknown type "LS" in HEALTHCHECK (try CMD)`],
    ['FROM a\nHEALTHCHECK --retries=-1 CMD x', `${line2}--retries cannot be negative (-1)`],
    [
      'FROM a\nHEALTHCHECK --interval=1us CMD x',
      `${line2}Interval "interval" cannot be less than 1ms`,
    ],
    [
      'FROM a AS 1b',
      `dockerfile parse error on line 1: invalid name for build stage: "1b", name can't start with a number or contain symbols`,
    ],
    ['FROM a\nRUN <<EOF\nls\n', 'unterminated heredoc'],
    ['# escape=x\nFROM a', "invalid escape token 'x' does not match ` or \\"],
    ['# escape=`\n# escape=`\nFROM a', 'only one escape parser directive can be used'],
  ];
  it.each(refusals)('%j is refused with %j', (text, message) => {
    expect(refusal(text)).toBe(message);
  });

  it('what is too long is refused in words', () => {
    expect(refusal(`FROM a\n${'RUN x\n'.repeat(600)}`)).toContain('more than 120 instructions');
    expect(refusal(`FROM a\n#${'x'.repeat(300_000)}`)).toContain('longer than 200000 characters');
    expect(refusal(`FROM a\nRUN ${'x'.repeat(70_000)}`)).toContain('max allowed size of 65535');
    expect(refusal(`FROM a\n${'ONBUILD '.repeat(2_000)}`)).toContain('ONBUILD stands in itself');
  });

  it('any text is taken apart, or refused in words', () => {
    const word = fc.constantFrom(
      ...['FROM', 'RUN', 'COPY', 'ENV', 'ARG', 'CMD', 'HEALTHCHECK', 'ONBUILD', 'SHELL', 'LABEL'],
      ...['a', '"', "'", '\\', '\\\n', '\n', ' ', '\t', '=', '--x=1', '--', '[', ']', '["a"]', ','],
      ...['<<EOF', 'EOF', '#', '# escape=`', '`', '$', 'AS', '\r\n', '\ufeff', '\u0000', 'é'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(typeof refusal(words.join(' '))).toBe('string');
        expect(typeof refusal(words.join(''))).toBe('string');
      }),
      { numRuns: 3_000 },
    );
  });
});
