import type { VolumeContent } from '../../../shared/contract/volumes.ts';
import { client } from './client.ts';

const mostNamesPerCall = 200;

let asked: Set<string> | null = null;
let answer: Promise<Readonly<Record<string, VolumeContent>>> | null = null;

/** What one volume holds. Those asked for in the same moment go over the wire together. */
export async function readVolumeContent(name: string): Promise<VolumeContent> {
  if (asked === null || answer === null || asked.size >= mostNamesPerCall) {
    const names = new Set<string>();
    asked = names;
    answer = new Promise((resolve) => setTimeout(resolve)).then(() => {
      if (asked === names) asked = null;
      return client.volumes.holds({ names: [...names] });
    });
  }
  asked.add(name);
  return (await answer)[name] ?? { kind: 'unknown' };
}
