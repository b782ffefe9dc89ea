import { describe, expect, test } from 'vitest';
import { misconceptionIds } from '@/lib/engine';
import { answerOn } from '@/lib/quiz/answer-on';
import { diagnosticQuiz } from '@/lib/quiz/diagnostic-quiz';
import { killRow, told, type KillRow } from '@/lib/quiz/kill-matrix';
import { matrixTable } from '@/lib/quiz/matrix-table';
import { fillText } from '@/lib/quiz/parameters';
import { drawContent, setupOf } from '@/lib/quiz/setup-of';
import { setBelievedStage, setStage } from '@/lib/quiz/stage';
import { context, ofEveryKind, templateOf } from './context-for-tests';

function rowOf(yaml: string, seeds = 3): KillRow {
  const row = killRow(templateOf(yaml), context, seeds);
  if (row === null) throw new Error('there is no row');
  return row;
}

describe('the row of a template', () => {
  test('holds listed and unlisted misconceptions that answer otherwise, and what is shown contradicts', () => {
    const row = rowOf(ofEveryKind.choice);
    expect(told(row, 'pause-keeps-cpu')).toBe('in all');
    expect(told(row, 'pause-frees-memory')).toBe('in all');
    expect(told(row, 'pause-is-stop')).toBe('in all');
    expect(told(row, 'tag-copies')).toBe('in none');
    const [keeps, frees] = [row.answers['pause-keeps-cpu'], row.answers['pause-frees-memory']];
    expect(keeps).not.toEqual(frees);
  });

  test('is the same as running the engine of every misconception', () => {
    const template = templateOf(ofEveryKind.predict);
    const row = killRow(template, context, 1);
    const { values } = drawContent(template, 'proof-0');
    const setup = setupOf(template, values, context);
    const stage = setStage(context, setup);
    if (!stage.ok) throw new Error(stage.error.message);
    const doing = template.do.map((line) => fillText(line, values));
    const input = { template, values, context, setup, stage: stage.value, doing };
    const truth = answerOn(input);
    for (const belief of misconceptionIds) {
      const imagined = setBelievedStage(context, setup, stage.value, belief, '');
      const answer = imagined.ok ? answerOn({ ...input, stage: imagined.value }) : null;
      const number = row?.answers[belief]?.[0] ?? 0;
      expect([belief, Math.sign(number)]).toEqual([
        belief,
        answer === null ? -1 : JSON.stringify(answer) === JSON.stringify(truth) ? 0 : 1,
      ]);
    }
  });

  test('a belief that what is shown contradicts is told apart nowhere', () => {
    const shown = ofEveryKind.predict
      .replace(
        'docker run -d --name <b> <image>]',
        "docker run -d --name <b> <image>, docker stop <b>, 'docker ps -a']",
      )
      .replace('docker stop <a>, docker pause <b>', 'docker stop <a>');
    const row = rowOf(shown);
    expect(row.answers['exit-removes-container']?.every((answer) => answer === -1)).toBe(true);
    expect(told(row, 'exit-removes-container')).toBe('in none');
  });

  test('misreadings answer a question of parts; nothing is asked of a flashcard', () => {
    const parts = ofEveryKind.parts.replace(
      /reference: \[.*\] \}/,
      'reference: [hashicorp/http-echo, bitnami/nginx] }',
    );
    expect(told(rowOf(parts), 'namespace-is-registry')).toBe('in all');
    expect(killRow(templateOf(ofEveryKind.flashcard), context)).toBeNull();
  });
});

describe('the diagnostic quiz', () => {
  const row = (
    templateId: string,
    answers: KillRow['answers'],
    kind: KillRow['kind'] = 'choice',
  ) => ({
    templateId,
    kind,
    variants: 2,
    answers,
  });

  test('tells all misconceptions with the fewest questions, the more of them from one another the better', () => {
    const rows = [
      row('both-alike', { a: [1, 1], b: [1, 1] }),
      row('both-apart', { a: [1, 1], b: [2, 2] }),
      row('one', { c: [1, 1] }),
      row('sometimes', { d: [1, 0] }),
    ];
    expect(diagnosticQuiz(rows, ['a', 'b', 'c', 'd'])).toEqual({
      questions: ['both-apart', 'one'],
      shortest: true,
      tells: ['a', 'b', 'c'],
      untold: ['d'],
      further: [],
      alike: [],
    });
  });

  test('names what to add to tell misconceptions from one another, and those that nothing does', () => {
    const rows = [
      row('all', { a: [1, 1], b: [1, 1], c: [1, 1] }),
      row('only-a', { a: [1, 1] }),
      row('typed', { b: [1, 1] }, 'type'),
    ];
    const quiz = diagnosticQuiz(rows, ['a', 'b', 'c']);
    expect(quiz).toMatchObject({ questions: ['all'], further: ['only-a'], alike: [['b', 'c']] });
  });
});

test('the table names for each misconception the templates that tell it, unlisted ones in brackets', () => {
  const rows = [rowOf(ofEveryKind.choice, 2)];
  const listed = () => ['pause-keeps-cpu'];
  expect(matrixTable(rows, ['pause-keeps-cpu', 'pause-is-stop', 'tag-copies'], listed)).toEqual([
    'pause-keeps-cpu: told by 1 (in every variant by 1)',
    '  ● paused-keeps-memory  choice',
    'pause-is-stop: told by 1 (in every variant by 1)',
    '  ● (paused-keeps-memory)  choice',
    'tag-copies: told by 0 (in every variant by 0)',
  ]);
});
