import { autocompletion, type Completion, type CompletionSource } from '@codemirror/autocomplete';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import {
  completeTemplate,
  type CompletionSource as Known,
} from '@/lib/quiz/completion/complete-template';

const look = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-mono)',
    maxHeight: '14rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.75rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--info)',
    color: 'var(--surface)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': {
    fontFamily: 'var(--font-sans)',
    padding: '0.5rem 0.75rem',
    maxWidth: 'min(24rem, 90vw)',
  },
});

const types = {
  key: 'property',
  value: 'enum',
  parameter: 'variable',
  fact: 'function',
} as const;

/** What CodeMirror asks for offers: `completeTemplate` of the text as it stands. */
export function completionSource(known: () => Promise<Known>): CompletionSource {
  return async (context) => {
    const from = await known();
    if (context.aborted) return null;
    const text = context.state.doc.toString();
    const found = completeTemplate(text, context.pos, from, context.explicit);
    if (found === null) return null;
    return {
      from: found.from,
      to: found.to,
      options: found.options.map(({ label, kind, info, insert }, i): Completion => ({
        label,
        type: types[kind],
        apply: insert,
        // Of equally good matches the most wanted first.
        sortText: String(i).padStart(4, '0'),
        ...(info === '' ? {} : { info }),
      })),
    };
  };
}

/**
 * Completion in the editor of templates, from the published schema: it comes while one types, with Ctrl+Space at any time; arrows choose, Enter takes, Escape closes.
 *
 * @param known asked whenever something may be offered; loads what is needed once it is wanted
 * @param label what a screen reader calls the list
 */
export function templateCompletion(known: () => Promise<Known>, label: string): Extension {
  return [
    autocompletion({
      override: [completionSource(known)],
      icons: false,
      // A key is followed by its values, a fact by what it is asked of.
      activateOnCompletion: ({ type }) => type === types.key || type === types.fact,
    }),
    EditorState.phrases.of({ Completions: label }),
    look,
  ];
}
