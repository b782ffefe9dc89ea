import { Sentence } from './sentence';

/** Several sentences; an empty line begins a paragraph, a single line break stays one. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <div className="flex flex-col gap-3 whitespace-pre-line">
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>
          <Sentence text={paragraph} />
        </p>
      ))}
    </div>
  );
}
