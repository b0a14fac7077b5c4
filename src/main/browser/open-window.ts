import type { Logger } from '../lib/logger.ts';
import type { BrowserWay, StartedBrowser } from './browser-way.ts';

/** An address for one window, and the sign that a page has arrived through it. */
export interface Ticket {
  url: string;
  redeemed: Promise<void>;
}

export interface OpenWindowOptions {
  ways: readonly BrowserWay[];
  newTicket: () => Promise<Ticket>;
  /** Prints a line for the person. */
  print: (line: string) => void;
  log: Logger;
  /** How long a browser that neither ends nor shows the page is waited for. */
  patienceMs?: number;
}

const defaultPatienceMs = 30_000;

/**
 * Opens a window: tries each way with a ticket of its own until a page has arrived through it. A browser that cannot be
 * started, ends too early (whatever its exit code) or shows nothing is named in one line; when none is left, the
 * address is printed.
 * @returns the browser that shows the window; null when the address was printed.
 */
export async function openWindow(options: OpenWindowOptions): Promise<StartedBrowser | null> {
  const { ways, newTicket, print, log } = options;
  for (const way of ways) {
    const outcome = await tryWay(way, await newTicket(), options.patienceMs ?? defaultPatienceMs);
    if (typeof outcome === 'object') {
      log.info({ browser: way.name }, 'window opened');
      return outcome;
    }
    log.warn({ browser: way.name, outcome }, 'no window');
    print(`${way.name} ${outcome}; trying the next way.`);
  }
  printAddress((await newTicket()).url, print);
  return null;
}

/** The line for people who open the address themselves. */
export function printAddress(url: string, print: (line: string) => void): void {
  print(`Howdah is running at ${url}`);
}

async function tryWay(way: BrowserWay, ticket: Ticket, patienceMs: number): Promise<StartedBrowser | string> {
  let browser: StartedBrowser;
  try {
    browser = await way.start(ticket.url);
  } catch (error) {
    return `could not be started (${error instanceof Error ? error.message : 'unknown reason'})`;
  }
  const redeemed = ticket.redeemed.then(() => 'redeemed' as const);
  const exited = browser.exited.then((code) => ({ code }));
  const first = await within(patienceMs, Promise.race([redeemed, exited]));
  if (first === 'redeemed') return browser;
  if (first === 'late') {
    browser.close();
    return 'showed no window';
  }
  if (first.code === 0 && (await within(way.handoverMs, redeemed)) === 'redeemed') return browser;
  return first.code === null
    ? 'was ended by the system'
    : `ended with code ${first.code} before its window opened`;
}

async function within<T>(limitMs: number, result: Promise<T>): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
