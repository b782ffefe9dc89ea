import { Fragment } from 'react';
import { splitCode } from './split-code';

/** Words with inline code between backticks. React escapes everything: a sentence can never become markup. */
export function Sentence({ text }: { readonly text: string }) {
  return (
    <>
      {splitCode(text).map((piece, index) =>
        piece.code ? (
          <code
            key={index}
            translate="no"
            className="bg-sunken rounded-[0.3em] box-decoration-clone px-[0.25em] py-[0.1em] text-[0.9em] break-words"
          >
            {piece.text}
          </code>
        ) : (
          <Fragment key={index}>{piece.text}</Fragment>
        ),
      )}
    </>
  );
}
