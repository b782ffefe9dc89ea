import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { completionSource } from '@/components/studio/template-completion';
import schema from '@/content/schema/template.json';
import type { JsonSchema } from '@/lib/quiz/schema/json-schema';

const source = completionSource(() =>
  Promise.resolve({ schema: schema as JsonSchema, words: new Map() }),
);
const offered = (doc: string, explicit: boolean) =>
  source(new CompletionContext(EditorState.create({ doc }), doc.length, explicit));

test('the editor is given the offers with their place, in the order of the schema', async () => {
  const result = await offered('id: a\ndiff', false);
  expect(result).toMatchObject({ from: 6, to: 10 });
  const options = result?.options ?? [];
  expect(options.find(({ label }) => label === 'difficulty')).toMatchObject({
    type: 'property',
    apply: 'difficulty: ',
    info: expect.stringContaining('easy, medium') as string,
  });
  const sorted = [...options].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  expect(sorted).toEqual(options);
  expect(options[0]?.label).toBe('concept');
});

test('on an empty line only who asks is offered keys', async () => {
  expect(await offered('id: a\n', false)).toBeNull();
  expect(await offered('id: a\n', true)).not.toBeNull();
});
