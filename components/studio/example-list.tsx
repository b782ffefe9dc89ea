import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { kinds, type Kind } from '@/lib/quiz/types';

export interface ExampleRow {
  readonly id: string;
  readonly kind: Kind;
  readonly conceptTitle: string;
}

/** The course's templates by kind, folded: for whoever wants to see how one is written. */
export function ExampleList({ examples }: { readonly examples: readonly ExampleRow[] }) {
  const t = useTranslations('studio');
  return (
    <details className="group">
      <summary className="text-ink min-h-11 content-center font-medium underline underline-offset-4">
        {t('examples.open', { count: examples.length })}
      </summary>
      <div className="mt-3 grid gap-6 sm:grid-cols-2">
        {kinds.map((kind) => {
          const ofKind = examples.filter((example) => example.kind === kind);
          return ofKind.length === 0 ? null : (
            <section key={kind}>
              <h3 className="mb-1 font-semibold">{t(`kind.${kind}`)}</h3>
              <ul className="flex flex-col">
                {ofKind.map(({ id, conceptTitle }) => (
                  <li key={id} className="py-1">
                    <Link
                      href={`/studio/${encodeURIComponent(id)}`}
                      translate="no"
                      className="font-mono text-[0.9375rem] underline underline-offset-4"
                    >
                      {id}
                    </Link>
                    <span className="text-muted ml-2 text-sm">{conceptTitle}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </details>
  );
}
