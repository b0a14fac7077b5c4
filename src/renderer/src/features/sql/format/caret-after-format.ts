/** Where a caret goes when white space was moved around it: behind as many other characters as before. */
export function caretAfterFormat(before: string, after: string, caret: number): number {
  let left = before.slice(0, caret).replace(/\s/g, '').length;
  if (left === 0) return after.length - after.trimStart().length;
  for (let place = 0; place < after.length; place += 1) {
    if (!/\s/.test(after.charAt(place))) left -= 1;
    if (left === 0) return place + 1;
  }
  return after.length;
}
