/**
 * What Chromium names the window's application on Wayland for our address: it ignores `--class` there, so the same text
 * is used on X11 and in the launcher's StartupWMClass.
 */
export const windowClass = 'chrome-127.0.0.1__howdah_-Default';

export interface AppWindow {
  url: string;
  profileDir: string;
  /** Chromium refuses to start as root with its sandbox. */
  withoutSandbox: boolean;
}

/** Arguments that make Chromium or a relative show one page as an app window with a profile of its own. */
export function appWindowArguments({ url, profileDir, withoutSandbox }: AppWindow): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-mode',
    '--password-store=basic',
    `--class=${windowClass}`,
    ...(withoutSandbox ? ['--no-sandbox'] : []),
  ];
}
