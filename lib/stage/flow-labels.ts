import type { Box } from './drawing';
import { fitText, monoWidth } from './fit-text';
import { heights } from './measures';

/** The room left and right of a label's text. */
const padding = { left: 15, right: 9 };

/** Labels in lines, from left to right and down: for each its place and the text as it fits. */
export function flowLabels(
  texts: readonly string[],
  room: { readonly x: number; readonly y: number; readonly width: number },
  textSize: number,
  /** What the first line is shorter. */
  kept = 0,
): readonly { readonly box: Box; readonly text: string }[] {
  let x = 0;
  let line = 0;
  return texts.map((whole) => {
    const wanted = monoWidth(whole, textSize) + padding.left + padding.right;
    const limit = () => room.width - (line === 0 ? kept : 0);
    if (x > 0 && x + wanted > limit()) {
      x = 0;
      line += 1;
    }
    const width = Math.min(wanted, limit());
    const text = fitText(whole, textSize, width - padding.left - padding.right + 0.01);
    const box = {
      x: room.x + x,
      y: room.y + line * (heights.label + heights.labelGap),
      width: monoWidth(text, textSize) + padding.left + padding.right,
      height: heights.label,
    };
    x += box.width + heights.labelGap;
    return { box, text };
  });
}

/** How high labels are together. */
export function flowHeight(labels: readonly { readonly box: Box }[], y: number): number {
  return labels.reduce((bottom, { box }) => Math.max(bottom, box.y + box.height - y), 0);
}
