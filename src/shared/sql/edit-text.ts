export interface TextEdit {
  start: number;
  end: number;
  /** What stands there instead. */
  text: string;
}

export interface EditedText {
  text: string;
  /** Place in the text before the edits; within a replacement it is where the replaced text began. */
  toOriginal(offset: number): number;
}

interface EditedSpan {
  newStart: number;
  newEnd: number;
  start: number;
  end: number;
}

/** Applies edits that are in order and do not overlap, and remembers where everything came from. */
export function editText(text: string, edits: TextEdit[]): EditedText {
  const pieces: string[] = [];
  const spans: EditedSpan[] = [];
  let at = 0;
  let length = 0;
  for (const edit of edits) {
    pieces.push(text.slice(at, edit.start), edit.text);
    const newStart = length + edit.start - at;
    length = newStart + edit.text.length;
    at = edit.end;
    spans.push({ newStart, newEnd: length, start: edit.start, end: edit.end });
  }
  pieces.push(text.slice(at));
  return { text: pieces.join(''), toOriginal: (offset) => originalOf(spans, offset) };
}

function originalOf(spans: EditedSpan[], offset: number): number {
  const span = spans.findLast(({ newStart }) => newStart <= offset);
  if (span === undefined) return offset;
  return offset < span.newEnd ? span.start : span.end + offset - span.newEnd;
}
