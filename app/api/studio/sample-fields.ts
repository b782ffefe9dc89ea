import { z } from 'zod';
import { labLineLimit } from '@/lib/quiz/lab-progress';
import { labLineLength } from '@/lib/quiz/parse-response';
import { draftTextField } from '@/lib/server/authoring/draft-text';
import { sampleSeedPattern } from '@/lib/server/authoring/sample-variants';
import { templateField } from './handle';

/** A hands-on sample and what was typed into it. */
export const sampleFields = {
  template: templateField,
  text: draftTextField,
  seed: z.string().regex(sampleSeedPattern),
  lines: z.array(z.string().max(labLineLength)).max(labLineLimit),
} as const;
