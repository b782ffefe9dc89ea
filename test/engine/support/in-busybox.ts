import { replay } from '../../../scripts/shell/replay';
import { transcriptCatalogue } from './transcript-catalogue';

const catalogue = transcriptCatalogue();

/** What a script prints in a container of the recorded image of busybox, all of whose programs are Debian's busybox. */
export function inBusybox(script: string): string {
  const cmd = `docker run --rm busybox sh -c '${script.replaceAll("'", `'\\''`)}'`;
  const images = ['busybox:latest'];
  const [step] = replay({ id: 'busybox', images, files: {}, steps: [{ cmd }] }, catalogue);
  return `${step?.stdout}${step?.stderr}`;
}
