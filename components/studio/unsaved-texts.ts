import { z } from 'zod';

/** A text that this device has and the server may not have, with the revision that it was written from. */
export interface UnsavedText {
  readonly text: string;
  readonly base: string;
}

/** Where a draft waits until it is saved, and where a text that lost a conflict stays. */
export interface UnsavedTexts {
  readonly read: () => UnsavedText | null;
  readonly write: (unsaved: UnsavedText) => void;
  readonly clear: () => void;
  readonly readKept: () => string | null;
  readonly writeKept: (text: string | null) => void;
}

const schema = z.object({ text: z.string(), base: z.string() });

/**
 * The unsaved texts of one template on this device. A browser that gives no room (private window, quota) keeps nothing;
 * then the texts live as long as the page does.
 */
export function unsavedTextsOf(templateId: string, storage: Storage | null): UnsavedTexts {
  const unsavedKey = `drydock-studio-unsaved:${templateId}`;
  const keptKey = `drydock-studio-kept:${templateId}`;
  const attempt = <T>(work: (store: Storage) => T, otherwise: T): T => {
    if (storage === null) return otherwise;
    try {
      return work(storage);
    } catch (error) {
      // Storage refuses by throwing; the text is on the screen and on its way to the server all the same.
      if (error instanceof DOMException) return otherwise;
      throw error;
    }
  };
  return {
    read: () => attempt((store) => parseUnsaved(store.getItem(unsavedKey)), null),
    write: (unsaved) => {
      attempt((store) => {
        store.setItem(unsavedKey, JSON.stringify(unsaved));
      }, undefined);
    },
    clear: () => {
      attempt((store) => {
        store.removeItem(unsavedKey);
      }, undefined);
    },
    readKept: () => attempt((store) => store.getItem(keptKey), null),
    writeKept: (text) => {
      attempt((store) => {
        if (text === null) store.removeItem(keptKey);
        else store.setItem(keptKey, text);
      }, undefined);
    },
  };
}

function parseUnsaved(json: string | null): UnsavedText | null {
  if (json === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
