import { readBlankLine, readFilling } from './blank-line';
import { didYouMean } from './nearest-word';
import type { Complaint } from './parse-parameters';
import type { Filling, TemplateBody } from './template';
import type { ComplaintPath } from './template-texts';

const mostGaps = 4;

/** The gaps of a line and what is filled in: each gap once, a word of the solution for each, two wrong fillings at least. */
export function checkBlanks(body: Extract<TemplateBody, { kind: 'blanks' }>): Complaint[] {
  const { gaps } = readBlankLine(body.line);
  const complaints: Complaint[] = [];
  const complain = (path: ComplaintPath, message: string, instead: string): void => {
    complaints.push({ path: ['blanks', ...path], message, instead });
  };
  if (gaps.length === 0 || gaps.length > mostGaps) {
    complain(
      ['line'],
      gaps.length === 0 ? 'the line has no gap' : `the line has ${gaps.length} gaps`,
      `write 1 to ${mostGaps} gaps as \`[name]\`; a bracket as it stands is \`\\[\``,
    );
    return complaints;
  }
  const twice = gaps.find((gap, i) => gaps.indexOf(gap) < i);
  if (twice !== undefined) {
    complain(['line'], `the gap \`[${twice}]\` stands twice`, 'give each gap a name of its own');
  }
  for (const gap of gaps.filter((gap) => body.solution[gap] === undefined)) {
    complain(['solution'], `the solution leaves \`[${gap}]\` empty`, `add \`${gap}: …\``);
  }
  const { solution, wrong } = body;
  checkFilling(solution, ['solution'], gaps, complain);
  wrong.forEach((filling, i) => {
    const unlike = gaps.some((gap) => filling[gap] !== solution[gap]);
    if (!unlike) {
      complain(['wrong', i], 'this filling is the solution', 'fill at least one gap otherwise');
    }
    checkFilling(
      Object.fromEntries(Object.entries(filling).filter(([gap, text]) => solution[gap] !== text)),
      ['wrong', i],
      gaps,
      complain,
    );
  });
  const lines = wrong.map((filling) => JSON.stringify(gaps.map((gap) => filling[gap])));
  lines.forEach((line, i) => {
    if (lines.indexOf(line) < i) {
      complain(['wrong', i], 'this filling stands twice', 'write each once');
    }
  });
  if (wrong.length < 2) {
    complain(
      ['wrong'],
      'there is only one wrong filling',
      'give at least two that learners would write',
    );
  }
  return complaints;
}

function checkFilling(
  filling: Filling,
  path: ComplaintPath,
  gaps: readonly string[],
  complain: (path: ComplaintPath, message: string, instead: string) => void,
): void {
  for (const [gap, text] of Object.entries(filling)) {
    if (!gaps.includes(gap)) {
      complain([...path, gap], `the line has no gap \`[${gap}]\``, didYouMean(gap, gaps));
    } else if (!readFilling(text.replace(/\\<|<[a-zA-Z][\w-]*>/g, 'x')).ok) {
      complain(
        [...path, gap],
        `"${text}" cannot stand in a gap`,
        'a gap takes one word without quotes or shell signs',
      );
    }
  }
}
