/** Options with the `abortSignal` that all of dockerode's methods read and some of its types leave out. */
export function withSignal<const T extends object>(options: T, abortSignal: AbortSignal): T {
  return { ...options, abortSignal };
}
