/** Answers how wide a text is in the font of an element, in pixels. */
export function measureTextIn(element: Element): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (text) => text.length * 8;
  const { fontSize, fontFamily } = getComputedStyle(element);
  context.font = `${fontSize} ${fontFamily}`;
  return (text) => Math.ceil(context.measureText(text).width);
}
