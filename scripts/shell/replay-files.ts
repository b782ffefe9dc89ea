import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '@/lib/engine';
import { Problem } from '../support/problem.mjs';
import { readSession } from './read-session';
import { replay } from './replay';
import { transcriptCatalogue, type RecordedImages } from './transcript-catalogue';

/**
 * Runs session files, each in a sandbox of its own, and prints one JSON object a step. A session with an image that there is not, or in which the engine itself breaks, is told on stderr
 * and the others go on; the exit code is then 1. @throws Problem for a file that cannot be read
 */
export function replayFiles(files: readonly string[], print: (line: string) => void): number {
  const catalogues = new Map<string, Catalogue>();
  const catalogueFor = (file: string): Catalogue => {
    const images = path.join(path.dirname(path.resolve(file)), '../../images.json');
    const known = catalogues.get(images) ?? transcriptCatalogue(readJson(images) as RecordedImages);
    catalogues.set(images, known);
    return known;
  };
  let code = 0;
  for (const file of files) {
    const session = readSession(readJson(file), file);
    const catalogue = catalogueFor(file);
    try {
      replay(session, catalogue).forEach((step, index) => {
        print(JSON.stringify({ session: session.id, step: index, ...step }));
      });
    } catch (defect) {
      process.stderr.write(`${session.id}: ${wordsOf(defect)}\n`);
      code = 1;
    }
  }
  return code;
}

function wordsOf(defect: unknown): string {
  if (defect instanceof Problem) return defect.message;
  return defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new Problem(
      `${file} cannot be read: ${reason}.`,
      'A session lies in sessions/GROUP/NAME.json, and its images in images.json beside sessions.',
    );
  }
  try {
    return JSON.parse(text);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new Problem(`${file} is no JSON: ${reason}.`, 'Choose the file of a recorded session.');
  }
}
