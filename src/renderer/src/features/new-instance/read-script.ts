import type { DraftScript } from './instance-draft.ts';

/** Reads a chosen file as an init script. Rejects with what the browser says when it cannot be read. */
export function readScript(file: File): Promise<DraftScript> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.onload = () => {
      const url = String(reader.result);
      resolve({
        rowId: crypto.randomUUID(),
        name: file.name,
        sizeBytes: file.size,
        contentBase64: url.slice(url.indexOf(',') + 1),
      });
    };
    reader.readAsDataURL(file);
  });
}
