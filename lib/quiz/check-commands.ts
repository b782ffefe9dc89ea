import { lineWith } from './blank-line';
import type { Complaint } from './parse-parameters';
import { commandLimit, singleCommand } from './single-command';
import type { TemplateBody } from './template';
import type { ComplaintPath } from './template-texts';

function checkCommand(path: ComplaintPath, text: string): Complaint[] {
  const command = singleCommand(text.replace(/\\<|<[a-zA-Z][\w-]*>/g, 'x'));
  if (command.ok) return [];
  const messages: Readonly<Record<typeof command.error.kind, string>> = {
    empty: 'the command is empty',
    'too-long': 'the command is too long',
    'several-lines': 'the command has several lines',
    'not-docker': `\`${text}\` is not a docker command`,
    'shell-sign': `\`${text}\` holds a shell sign outside quotes`,
    'open-quote': `\`${text}\` opens a quote and never closes it`,
  };
  return [
    {
      path,
      message: messages[command.error.kind],
      instead: 'write one command that begins with `docker`',
    },
  ];
}

/** A line as typed at a terminal: anything that the host's shell or a container's takes. */
function checkLine(path: ComplaintPath, text: string): Complaint[] {
  const complaint = (message: string): Complaint[] => [
    { path, message, instead: 'write one line as it is typed' },
  ];
  if (text.trim() === '') return complaint('the line is empty');
  if (/[\n\r]/.test(text)) return complaint('the line has several lines');
  return text.length > commandLimit ? complaint('the line is too long') : [];
}

/** Commands that must be one docker command line, or one line of a terminal, and are not. */
export function checkCommands(body: TemplateBody): Complaint[] {
  switch (body.kind) {
    case 'predict':
      return checkLine(['predict', 'see'], body.see);
    case 'order':
      return body.file === undefined
        ? body.steps.flatMap((step, i) => checkLine(['order', 'steps', i], step))
        : body.file.then.flatMap((line, i) => checkLine(['order', 'then', i], line));
    case 'type':
      return [
        ...checkCommand(['type', 'solution'], body.solution),
        ...body.wrong.flatMap((command, i) => checkCommand(['type', 'wrong', i], command)),
      ];
    case 'blanks':
      return checkCommand(['blanks', 'line'], lineWith(body.line, body.solution));
    case 'lab':
      return [
        ...body.solution.flatMap((line, i) => checkLine(['lab', 'solution', i], line)),
        ...body.wrong.flatMap((lines, i) =>
          lines.flatMap((line, j) => checkLine(['lab', 'wrong', i, j], line)),
        ),
      ];
    case 'choice':
    case 'several':
    case 'parts':
    case 'flashcard':
      return [];
  }
}
