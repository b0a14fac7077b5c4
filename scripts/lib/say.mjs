/** Prints one line about what is going on. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}
