import { expect, test } from 'vitest';
import { flipLine, proofFlips } from '@/lib/quiz/proof-flips';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { context, ofEveryKind, templateOf } from './context-for-tests';

const proof = proveTemplate(templateOf(ofEveryKind.choice), context, { seeds: 12, samples: 0 });
const lines = (stored: Parameters<typeof proofFlips>[0], now = proof) =>
  proofFlips(stored, now).map((flip) => flipLine('paused', flip));

test('nothing flips between equal proofs, nor where the stored one is shorter or kept no answers', () => {
  expect(proof.answers).toEqual(Array.from({ length: 12 }, () => 'mem'));
  expect(lines(proof)).toEqual([]);
  expect(lines({ ...proof, answers: proof.answers.slice(0, 3) })).toEqual([]);
  expect(lines({ proved: true, beliefs: proof.beliefs })).toEqual([]);
});

test('another key is told with the seed, both keys and how often', () => {
  const answers = proof.answers.map((answer, i) => (i === 4 || i === 7 ? 'cpu' : answer));
  expect(lines({ ...proof, answers })).toEqual([
    'paused: the key of proof-4 was "cpu" and is "mem" (2 seeds differ)',
  ]);
  const refused = {
    ...proof,
    answers: proof.answers.map((answer, i) => (i === 0 ? null : answer)),
  };
  expect(lines(proof, refused)).toEqual([
    'paused: the key of proof-0 was "mem" and is no question (1 seeds differ)',
  ]);
});

test('a proof that fails now is told with its first problem', () => {
  const [first] = proveTemplate(
    templateOf(ofEveryKind.choice.replace('pause-frees-memory]', 'tag-copies]')),
    context,
    { seeds: 2, samples: 0 },
  ).problems;
  const failed = { ...proof, proved: false, problems: first === undefined ? [] : [first] };
  expect(lines(proof, failed)[0]).toMatch(
    /^paused: proved before, fails now: test\.yaml:\d+:\d+: /,
  );
});

test('a belief that no longer differs is told', () => {
  const beliefs = [...proof.beliefs, { id: 'tag-copies', tellsApart: 3 }];
  expect(lines({ ...proof, beliefs })).toEqual([
    'paused: the belief tag-copies no longer differs from Docker',
  ]);
});
