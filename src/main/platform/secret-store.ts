import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../lib/write-durably.ts';

/** Passwords that the person typed, kept by the host outside labels, journals and settings. */
export interface SecretStore {
  /** Null when nothing is kept under `key`, or what is kept cannot be read any more. */
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Encryption at rest, where the host has it (Electron's safeStorage). Both may throw. */
export interface SecretCipher {
  encrypt(value: string): string;
  decrypt(stored: string): string;
}

const plain: SecretCipher = { encrypt: (value) => value, decrypt: (stored) => stored };
const fileSchema = z.record(z.string(), z.string());

/** Secrets in one JSON file that only its owner may read; a damaged file is set aside as `FILE.damaged`. */
export function createSecretStore(file: string, cipher: SecretCipher = plain): SecretStore {
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };
  const change = (edit: (entries: Map<string, string>) => void) =>
    inTurn(async () => {
      const entries = await readEntries(file);
      edit(entries);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeDurably(file, toJson(entries));
    });
  return {
    get: (key) =>
      inTurn(async () => {
        const stored = (await readEntries(file)).get(key);
        return stored === undefined ? null : decryptOrNull(cipher, stored);
      }),
    set: (key, value) => change((entries) => entries.set(key, cipher.encrypt(value))),
    delete: (key) => change((entries) => entries.delete(key)),
  };
}

function decryptOrNull(cipher: SecretCipher, stored: string): string | null {
  try {
    return cipher.decrypt(stored);
  } catch {
    return null;
  }
}

/** JSON.stringify of an object would lose a key named `__proto__`. */
function toJson(entries: Map<string, string>): string {
  const pairs = [...entries].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${pairs.join(',')}}\n`;
}

async function readEntries(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    const json: unknown = JSON.parse(text);
    fileSchema.parse(json);
    return new Map(Object.entries(json as Record<string, string>));
  } catch {
    await rename(file, `${file}.damaged`);
    return new Map();
  }
}
