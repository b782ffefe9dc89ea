import type { Position, TemplateProblem } from './template-problem';

/** What the parser of YAML says of an error: its kind, its words and where it begins. */
interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

type SyntaxProblem = Omit<TemplateProblem, 'file'>;

/** What is wrong with a line that YAML cannot read, as an author sees it, and what to write instead. */
function wordsFor(
  { code, message }: YamlError,
  line: string,
): { readonly message: string; readonly instead: string } {
  const written = line.trim();
  if (code === 'DUPLICATE_KEY') {
    return { message: 'this key is written twice', instead: 'write each key once' };
  }
  if (code === 'BAD_DQ_ESCAPE') {
    return {
      message: 'a backslash in double quotes is followed by a letter that means nothing there',
      instead: "use single quotes '…': in them a backslash is itself",
    };
  }
  if (message.includes('closing')) {
    return { message: 'a quote is opened and never closed', instead: 'close it in its own line' };
  }
  if (message.includes('end with a')) {
    const sign = message.includes('}') ? '}' : ']';
    return {
      message: `a \`${sign === '}' ? '{' : '['}\` is opened above and not closed with \`${sign}\``,
      instead: `add the \`${sign}\`; in [ ] and { } put quotes around a text that contains a comma or ' #'`,
    };
  }
  if (code === 'BAD_SCALAR_START') {
    return {
      message: 'a text cannot begin with this sign',
      instead: 'put quotes around a text that begins with ` @ * & { [ ! | > or %',
    };
  }
  if (message.includes('multiple documents')) {
    return { message: '`---` begins a second document', instead: 'remove it: one list a file' };
  }
  if (/^(- )?[\w-]+:\S/.test(written)) {
    return { message: 'there is no space after the colon', instead: 'write `key: value`' };
  }
  if (!/:(\s|$)/.test(written)) {
    return {
      message: 'this line is no `key: value` and no entry of a list',
      instead: 'write `key: value`, or `- ` before an entry of a list',
    };
  }
  if (/:\s.*:\s/.test(written) && message.includes('Nested mappings')) {
    return {
      message: "a text contains ': ' and is not quoted, or the next lines are indented too far",
      instead:
        "put quotes around a text that contains ': '; begin keys of one mapping in one column",
    };
  }
  return {
    message: 'this line does not fit the indentation of the lines around it',
    instead: 'begin the keys of one mapping in one column; a list of templates begins with `- id:`',
  };
}

/**
 * The first syntax error of a text, in words: what follows it is mostly its consequence. A tab in the indentation is told first of all, for YAML's own
 * complaint about it is about something else. Keys that are written twice are all told.
 */
export function syntaxProblems(
  text: string,
  errors: readonly YamlError[],
  place: (offset: number) => Position,
): SyntaxProblem[] {
  if (errors.length === 0) return [];
  const lines = text.split('\n');
  const tab = lines.findIndex((line) => /^ *\t/.test(line));
  if (tab >= 0) {
    return [
      {
        line: tab + 1,
        column: (lines[tab] ?? '').indexOf('\t') + 1,
        message: 'there is a tab in the indentation',
        instead: 'indent with spaces',
      },
    ];
  }
  const told = errors.every(({ code }) => code === 'DUPLICATE_KEY') ? errors : errors.slice(0, 1);
  return told.map((error) => {
    const at = place(error.pos[0]);
    return { ...at, ...wordsFor(error, lines[at.line - 1] ?? '') };
  });
}
