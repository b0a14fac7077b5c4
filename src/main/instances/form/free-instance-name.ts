/** The volume that belongs to an instance of this name. */
export function volumeNameFor(instance: string): string {
  return `${instance}-data`;
}

/** `postgres`, `postgres-2`, …: the first that is nobody's name, nor the name of its volume. */
export function freeInstanceName(takenNames: readonly string[]): string {
  const taken = new Set(takenNames);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'postgres' : `postgres-${number}`;
    if (!taken.has(name) && !taken.has(volumeNameFor(name))) return name;
  }
}
