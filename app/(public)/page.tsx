import { getLocale } from 'next-intl/server';
import { Landing } from '@/components/home/landing';
import { Today } from '@/components/home/today';
import { ClientMessages } from '@/components/shell/client-messages';
import { parseLocale } from '@/lib/i18n/locales';
import { readSample } from '@/lib/server/practice/sample-question';
import { readToday } from '@/lib/server/practice/read-today';
import { getViewer } from '@/lib/server/viewer';
import { LiveQuestion } from './live-question';
import { practiseNowAction } from './sign-in/actions';

/** For a stranger what Drydock is, with a question to answer; for a learner the one thing to do today. */
export default async function HomePage() {
  const viewer = await getViewer();
  if (viewer !== null)
    return (
      <ClientMessages namespaces={['home', 'practice', 'report']}>
        <Today
          summary={await readToday(viewer.id)}
          name={viewer.name === '' ? null : viewer.name}
        />
      </ClientMessages>
    );
  const sample = await readSample(parseLocale(await getLocale()) ?? 'en');
  return (
    <Landing
      practiseAsGuest={practiseNowAction}
      live={
        sample === null ? null : (
          <ClientMessages namespaces={['home', 'question', 'stage', 'verdict', 'practice']}>
            <LiveQuestion live={sample} />
          </ClientMessages>
        )
      }
    />
  );
}
