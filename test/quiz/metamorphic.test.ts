import { describe, expect, test } from 'vitest';
import { kinds } from '@/lib/quiz/types';
import { independentSteps, metamorphicProblems, nameParameters } from '@/lib/quiz/metamorphic';
import { drawContent, setupOf } from '@/lib/quiz/setup-of';
import { setStage } from '@/lib/quiz/stage';
import { problemLine } from '@/lib/quiz/template-problem';
import { context, ofEveryKind, templateOf } from './context-for-tests';

test.each(kinds)('a good %s stands renaming and reordering', (kind) => {
  expect(metamorphicProblems(templateOf(ofEveryKind[kind]), context, 2)).toEqual([]);
});

describe('names', () => {
  test('those that docker is told anew may be others; images may not', () => {
    expect(nameParameters(templateOf(ofEveryKind.predict))).toEqual(['a', 'b']);
    expect(nameParameters(templateOf(ofEveryKind.lab))).toEqual(['a', 'b']);
    expect(nameParameters(templateOf(ofEveryKind.type))).toEqual([]);
  });

  test('an answer that hangs on a name written out is a problem with a place', () => {
    const hanging = ofEveryKind.choice.replace(
      'memory(<name>) > 0',
      'memory(web) > 0 or memory(api) > 0 or memory(db) > 0',
    );
    const [problem] = metamorphicProblems(templateOf(hanging), context, 1);
    expect(problem && problemLine(problem)).toMatch(
      /^test\.yaml:4:\d+: the answer depends on how things are called: with other names for <name> "mem" becomes "none" — /,
    );
  });
});

describe('setup commands', () => {
  const stageOf = (given: string) => {
    const template = templateOf(
      ofEveryKind.predict
        .replace(/given: .*\n/, `given: ${given}\n`)
        .replace(/do: .*\n/, 'do: docker stop <a>\n'),
    );
    const { values } = drawContent(template, 'proof-0');
    const setup = setupOf(template, values, context);
    const stage = setStage(context, setup);
    if (!stage.ok) throw new Error(stage.error.message);
    return { template, places: independentSteps(setup, stage.value) };
  };

  test('that touch different things may change places; containers made one after the other may not', () => {
    expect(stageOf('[docker run -d --name <a> <image>, docker volume create <b>]').places).toEqual([
      0,
    ]);
    expect(
      stageOf('[docker run -d --name <a> <image>, docker run -d --name <b> <image>]').places,
    ).toEqual([]);
    expect(
      stageOf('[docker run -d --name <a> <image>, docker stop <a>, docker volume create <b>]')
        .places,
    ).toEqual([1]);
  });

  test('that may change places leave the answer as it is', () => {
    const { template } = stageOf('[docker run -d --name <a> <image>, docker volume create <b>]');
    expect(metamorphicProblems(template, context, 1)).toEqual([]);
  });
});
