/** Of one value, in characters; what is longer is for a file. */
export const mostShown = 16 * 1024 * 1024;

export interface ShownText {
  text: string;
  /** More pieces are on their way. */
  reading: boolean;
  /** It is longer than can be shown. */
  cut: boolean;
}

/** Reads pieces until they end or are as much as can be shown, and tells of each step. */
export async function readShownText(
  pieces: AsyncIterable<string>,
  most: number,
  onRead: (shown: ShownText) => void,
): Promise<void> {
  let text = '';
  for await (const piece of pieces) {
    const left = most - text.length;
    const cut = piece.length > left;
    text += cut ? piece.slice(0, left) : piece;
    onRead({ text, reading: !cut, cut });
    if (cut) return;
  }
  onRead({ text, reading: false, cut: false });
}
