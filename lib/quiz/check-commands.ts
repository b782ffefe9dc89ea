import type { Complaint } from './parse-parameters';
import { singleCommand } from './single-command';
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

/** Commands that must be one docker command line and are not. */
export function checkCommands(body: TemplateBody): Complaint[] {
  switch (body.kind) {
    case 'predict':
      return checkCommand(['predict', 'see'], body.see);
    case 'order':
      return body.steps.flatMap((step, i) => checkCommand(['order', 'steps', i], step));
    case 'type':
      return [
        ...checkCommand(['type', 'solution'], body.solution),
        ...body.wrong.flatMap((command, i) => checkCommand(['type', 'wrong', i], command)),
      ];
    case 'choice':
    case 'parts':
    case 'flashcard':
      return [];
  }
}
