'use client';

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { CompletionSource } from '@/lib/quiz/completion/complete-template';
import type { DraftProblem } from '@/lib/quiz/studio';
import { editorTheme } from './editor-theme';
import { problemRange } from './problem-range';
import { templateCompletion } from './template-completion';

/** What the screen around the editor may ask of it. */
export interface YamlEditorHandle {
  readonly goTo: (place: Pick<DraftProblem, 'line' | 'column'>) => void;
  /** Puts a word where the cursor is. */
  readonly insert: (word: string) => void;
  /** Replaces the whole text; undo brings the old one back. */
  readonly replace: (text: string) => void;
}

interface YamlEditorProps {
  readonly handle: Ref<YamlEditorHandle>;
  readonly initialText: string;
  readonly label: string;
  readonly describedBy: string;
  /** What a screen reader calls the list of what may be written. */
  readonly completionsLabel: string;
  /** What completion is taken from; asked for once it is wanted. */
  readonly completions: () => Promise<CompletionSource>;
  readonly problems: readonly DraftProblem[];
  readonly warnings: readonly DraftProblem[];
  readonly onChange?: (text: string) => void;
  readonly readOnly?: boolean;
}

/** CodeMirror for YAML. It owns the text; `initialText` is only what it begins with. */
export function YamlEditor(props: YamlEditorProps) {
  const { handle, initialText, label, describedBy, problems, warnings, readOnly = false } = props;
  const { completionsLabel } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const onChange = useRef(props.onChange);
  const completions = useRef(props.completions);
  const begin = useRef(initialText);

  useEffect(() => {
    onChange.current = props.onChange;
    completions.current = props.completions;
  });

  useEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const made = new EditorView({
      parent,
      doc: begin.current,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        indentOnInput(),
        bracketMatching(),
        indentUnit.of('  '),
        EditorState.tabSize.of(2),
        EditorView.lineWrapping,
        yaml(),
        editorTheme,
        templateCompletion(() => completions.current(), completionsLabel),
        // After Escape the next Tab leaves the editor (CodeMirror's own rule); the hint says so.
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({
          // A scrolling box must be reachable by a key; not every browser counts editable content.
          tabindex: '0',
          'aria-label': label,
          'aria-describedby': describedBy,
          ...(readOnly ? { 'aria-readonly': 'true' } : {}),
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
          translate: 'no',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange.current?.(update.state.doc.toString());
        }),
      ],
    });
    view.current = made;
    return () => {
      begin.current = made.state.doc.toString();
      made.destroy();
      view.current = null;
    };
  }, [label, describedBy, completionsLabel, readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { doc } = editor.state;
    const diagnostic = (severity: 'error' | 'warning') => (problem: DraftProblem) => ({
      ...problemRange(doc, problem),
      severity,
      message: problem.instead === '' ? problem.message : `${problem.message}\n${problem.instead}`,
    });
    const diagnostics = [
      ...problems.map(diagnostic('error')),
      ...warnings.map(diagnostic('warning')),
    ];
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [problems, warnings]);

  useImperativeHandle(
    handle,
    () => ({
      goTo: (place) => {
        const editor = view.current;
        if (editor === null) return;
        const { from } = problemRange(editor.state.doc, place);
        editor.dispatch({
          selection: { anchor: from },
          effects: EditorView.scrollIntoView(from, { y: 'center' }),
        });
        editor.focus();
      },
      insert: (word) => {
        const editor = view.current;
        if (editor === null) return;
        editor.dispatch(editor.state.replaceSelection(word));
        editor.focus();
      },
      replace: (text) => {
        const editor = view.current;
        if (editor === null) return;
        editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
      },
    }),
    [],
  );

  return <div ref={host} className="h-full min-h-0" />;
}
