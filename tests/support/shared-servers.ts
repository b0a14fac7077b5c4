import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { removeByPrefix } from './remove-by-prefix.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the names of servers begin with that test files of one run share. */
    sharedServers: string;
  }
}

const prefix = `howdah-shared-${randomBytes(4).toString('hex')}-`;

/** Starts none: the first test file that needs one does. */
export function setup({ provide }: TestProject): void {
  provide('sharedServers', prefix);
}

export async function teardown(): Promise<void> {
  await removeByPrefix(prefix);
}
