import { useTranslations } from 'next-intl';
import { emptyForm } from '@/components/account/form-state';
import { CopyExampleForm } from '@/components/studio/new-template-form';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { ScrollBox } from '@/components/ui/scroll-box';
import { places } from '@/components/shell/places';
import type { ExampleText } from '@/lib/server/authoring/read-example';
import { copyExampleAction } from '../actions';

/** A template of the course: its text to read, and the way to a copy of one's own. */
export function ExamplePage({ example }: { readonly example: ExampleText }) {
  const t = useTranslations('studio');
  const { id, kind, text } = example;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6">
      <PageHeader
        title={
          <span translate="no" className="font-mono text-[0.85em] break-all">
            {id}
          </span>
        }
        lead={t(`kind.${kind}`)}
        actions={<LinkButton href={places.studio}>{t('examples.back')}</LinkButton>}
      />
      <Notice tone="info">{t('examples.readOnly')}</Notice>
      <Card as="section">
        <h2 className="mb-3 text-lg font-semibold">{t('examples.text')}</h2>
        <ScrollBox label={t('examples.text')}>
          <pre translate="no" className="w-max text-[0.875rem] leading-relaxed">
            {text}
          </pre>
        </ScrollBox>
      </Card>
      <Card as="section" className="flex flex-col gap-4">
        <h2 className="text-lg font-semibold">{t('examples.copyTitle')}</h2>
        <CopyExampleForm
          action={copyExampleAction}
          initial={emptyForm({ slug: `my-${id}`.slice(0, 60).replace(/-$/, ''), example: id })}
        />
      </Card>
    </div>
  );
}
