'use client';

import { assertNever } from '@/lib/kernel/assert-never';
import type { ViewControl } from '@/lib/quiz/types';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import { Paragraphs } from '@/components/ui/paragraphs';
import type { AnswerDraft } from './answer-draft';
import { BlanksControl } from './blanks-control';
import { ChoiceControl } from './choice-control';
import { OrderControl } from './order-control';
import { PartsControl } from './parts-control';
import { SeveralControl } from './several-control';
import { TypeControl } from './type-control';

interface AnswerControlProps {
  readonly name: string;
  readonly control: ViewControl;
  readonly draft: AnswerDraft;
  readonly outcome: AnswerOutcome | null;
  readonly disabled: boolean;
  readonly onChange: (draft: AnswerDraft) => void;
}

/** The control of a question's kind. After the verdict only choices and statements stay: the others are shown compared below. */
export function AnswerControl(props: AnswerControlProps) {
  const { control, draft, outcome, onChange, disabled } = props;
  switch (control.kind) {
    case 'choice':
    case 'predict': {
      const key = outcome?.verdict.key;
      const given = outcome?.response;
      const drafted = draft.kind === control.kind ? draft.option : null;
      return (
        <ChoiceControl
          name={props.name}
          options={control.options}
          output={control.kind === 'predict'}
          chosen={given === undefined ? drafted : given.kind === control.kind ? given.option : null}
          right={key?.kind === control.kind ? key.option : null}
          onChoose={(option) => {
            onChange({ kind: control.kind, option });
          }}
          disabled={disabled}
        />
      );
    }
    case 'several': {
      const key = outcome?.verdict.key;
      const given = outcome?.response;
      const drafted = draft.kind === 'several' ? draft.ticked : [];
      return (
        <SeveralControl
          statements={control.statements}
          ticked={given === undefined ? drafted : given.kind === 'several' ? given.ticked : []}
          holding={key?.kind === 'several' ? key.holding : null}
          judged={given?.kind !== 'unknown'}
          onChange={(ticked) => {
            onChange({ kind: 'several', ticked });
          }}
          disabled={disabled}
        />
      );
    }
    case 'order':
      return outcome !== null ? null : (
        <OrderControl
          steps={control.steps}
          file={control.file}
          placed={draft.kind === 'order' ? draft.placed : []}
          onChange={(placed) => {
            onChange({ kind: 'order', placed });
          }}
          disabled={disabled}
        />
      );
    case 'blanks':
      return outcome !== null ? null : (
        <BlanksControl
          pieces={control.pieces}
          fillings={draft.kind === 'blanks' ? draft.fillings : []}
          onChange={(fillings) => {
            onChange({ kind: 'blanks', fillings });
          }}
          disabled={disabled}
        />
      );
    case 'type':
      return outcome !== null ? null : (
        <TypeControl
          command={draft.kind === 'type' ? draft.command : ''}
          onChange={(command) => {
            onChange({ kind: 'type', command });
          }}
          disabled={disabled}
        />
      );
    case 'parts':
      return outcome !== null ? null : (
        <PartsControl
          reference={control.reference}
          asked={control.parts}
          parts={draft.kind === 'parts' ? draft.parts : {}}
          onChange={(parts) => {
            onChange({ kind: 'parts', parts });
          }}
          disabled={disabled}
        />
      );
    // Its terminal is the control; what came of it is shown compared below.
    case 'lab':
      return null;
    case 'flashcard':
      return outcome?.verdict.key.kind === 'flashcard' ? (
        <div className="rounded-card border-line bg-sunken border p-4 text-lg sm:p-6">
          <Paragraphs text={outcome.verdict.key.back} />
        </div>
      ) : null;
    default:
      return assertNever(control);
  }
}
