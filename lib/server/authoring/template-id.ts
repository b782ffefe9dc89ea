import { createHash } from 'node:crypto';

/*
 * The id of a studio template is `<slug>.<owner key>`, for example `paused-memory.k3f9qa`. Ids of the course hold no
 * dot (docs/authoring.md), so the two never collide, whatever the course adds later. The owner key is made from the
 * owner's id: two authors may choose the same slug; of one author the second gets a number.
 */

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The longest slug, in characters. */
export const maximalSlugLength = 60;

/** May this be a slug? Lower-case words and digits joined by `-`. */
export function isSlug(text: string): boolean {
  return text.length <= maximalSlugLength && slugPattern.test(text);
}

/** Six characters that stand for an author in the ids of their templates. Tells nothing about them. */
export function ownerKey(ownerId: string): string {
  const digits = createHash('sha256').update(ownerId).digest('hex').slice(0, 8);
  return parseInt(digits, 16).toString(36).padStart(7, '0').slice(-6);
}

/** The id of an author's template; `copy` from 2 on tells those of one slug apart. */
export function templateId(slug: string, ownerId: string, copy = 1): string {
  return `${copy === 1 ? slug : `${slug}-${copy}`}.${ownerKey(ownerId)}`;
}

/** The author's own part of an id: what stands as `id` in the text. */
export function slugOf(id: string): string {
  return id.replace(/\.[a-z0-9]+$/, '');
}

/** Is this an id of the studio's kind? Ids of the course never are. */
export function isStudioId(id: string): boolean {
  return id.includes('.');
}
