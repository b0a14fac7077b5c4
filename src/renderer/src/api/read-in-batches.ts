interface Asked<Value> {
  resolve: (value: Value | undefined) => void;
  reject: (cause: unknown) => void;
}

/**
 * Reads one thing by its name. Names asked for in the same moment, or while others are read, go together: `most` at a
 * time and one batch after the other, so that the first answers do not wait for the last.
 */
export function readInBatches<Value>(
  read: (names: string[]) => Promise<Readonly<Record<string, Value>>>,
  most: number,
): (name: string) => Promise<Value | undefined> {
  const waiting: (Asked<Value> & { name: string })[] = [];
  let working = false;

  async function work(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const found = await read(batch.map(({ name }) => name));
        for (const { name, resolve } of batch) resolve(found[name]);
      } catch (cause) {
        for (const { reject } of batch) reject(cause);
      }
    }
    working = false;
  }

  return (name) =>
    new Promise((resolve, reject) => {
      waiting.push({ name, resolve, reject });
      if (working) return;
      working = true;
      void work();
    });
}
