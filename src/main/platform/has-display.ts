/** Whether a window can be shown: always assumed outside Linux; there an X or Wayland display must be named. */
export function hasDisplay(system: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (system === 'darwin' || system === 'win32') return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}
