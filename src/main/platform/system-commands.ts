import { dirname, win32 } from 'node:path';

/** A program and its arguments, never a line for a shell. */
export interface SystemCommand {
  file: string;
  args: string[];
}

/** Hands an address to the default browser. Source: `xdg-open(1)`, `open(1)`, url.dll's FileProtocolHandler. */
export function openUrlCommand(system: NodeJS.Platform, url: string): SystemCommand {
  if (system === 'darwin') return { file: 'open', args: [url] };
  if (system === 'win32') return { file: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] };
  return { file: 'xdg-open', args: [url] };
}

/** Shows a path in the file manager; on Linux its folder, as there is no common way to select a file. */
export function revealCommand(system: NodeJS.Platform, path: string): SystemCommand {
  if (system === 'darwin') return { file: 'open', args: ['-R', path] };
  if (system === 'win32') return { file: 'explorer.exe', args: ['/select,', win32.normalize(path)] };
  return { file: 'xdg-open', args: [dirname(path)] };
}
