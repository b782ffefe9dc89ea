/** How high a terminal's screen is: on a page of its own, or within a question. */
export const paneHeights = {
  page: 'h-[min(60dvh,34rem)]',
  question: 'h-[min(45dvh,22rem)]',
} as const;

export type PaneHeight = keyof typeof paneHeights;
