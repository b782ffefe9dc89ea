import { useTranslations } from 'next-intl';
import { commandManner } from '@/lib/quiz/command-manner';

/** What a command that reached the goal is praised for, beside the usual way to write it. */
export function MannerNote({
  command,
  solution,
}: {
  readonly command: string;
  readonly solution: string;
}) {
  const t = useTranslations('verdict.manner');
  return <p className="text-good mt-2 font-medium">{t(commandManner(command, solution))}</p>;
}
