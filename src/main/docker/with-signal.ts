/**
 * Options with the `abortSignal` that dockerode's methods read and some of its types leave out. Only `Image.inspect`
 * drops it: its caller is let go all the same, and its request ends with the link.
 */
export function withSignal<const T extends object>(options: T, abortSignal: AbortSignal): T {
  return { ...options, abortSignal };
}
