import { readFileSync } from 'node:fs';
import type { Catalogue } from '@/lib/engine';
import {
  transcriptCatalogue as catalogueOf,
  type RecordedImages,
} from '@/scripts/shell/transcript-catalogue';

const path = new URL('../../transcripts/images.json', import.meta.url);

/** The registries and images of the recorded sessions. */
export function transcriptCatalogue(): Catalogue {
  return catalogueOf(JSON.parse(readFileSync(path, 'utf8')) as RecordedImages);
}
