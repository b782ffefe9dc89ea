import { expect, test } from 'vitest';
import { terminalText } from '@/lib/quiz/terminal-text';
import { runLine } from '@/lib/engine';
import { courseWorld, freshSandbox } from '../engine/support/session-world';

test.each([
  [
    'docker run --rm alpine echo hi',
    /^Unable to find image 'alpine:latest' locally\nlatest: Pulling .*\nhi$/s,
  ],
  [
    'docker run --pull always --rm ubuntu echo hi',
    /^latest: Pulling from library\/ubuntu\n.*\nhi$/s,
  ],
  ['docker inspect -f {{.Name}} web nope', /^\/web\nError: No such object: nope$/],
])(
  '%s: what is told of a pull stands before what is printed, a complaint behind it',
  (line, text) => {
    const started = runLine(freshSandbox(), 'docker create --name web nginx', courseWorld);
    expect(terminalText(runLine(started.sandbox, line, courseWorld))).toMatch(text);
  },
);
