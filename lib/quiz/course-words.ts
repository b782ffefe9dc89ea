import { z } from 'zod';

/** A text of a course file, which says something. */
export const courseText = z.string().min(1);

/** A text in both languages. */
export const courseWords = z.strictObject({ ko: courseText, en: courseText });
