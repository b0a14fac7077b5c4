import { expect, test, vi } from 'vitest';
import { createSilentLogger } from '../lib/logger.ts';
import type { BrowserWay, StartedBrowser } from './browser-way.ts';
import { openWindow, type Ticket } from './open-window.ts';

interface Behaviour {
  /** What the program does with the address. */
  act: (ticket: { redeem: () => void; exit: (code: number | null) => void }) => void;
  cannotStart?: boolean;
  handoverMs?: number;
}

function setUp(behaviours: readonly Behaviour[], patienceMs?: number) {
  const lines: string[] = [];
  const closed: string[] = [];
  const redeemers = new Map<string, () => void>();
  const newTicket = async (): Promise<Ticket> => {
    const url = `http://127.0.0.1:1/howdah/#token=${redeemers.size + 1}`;
    const redeemed = new Promise<void>((resolve) => redeemers.set(url, resolve));
    return { url, redeemed };
  };
  const ways = behaviours.map(({ act, cannotStart, handoverMs = 20 }, index): BrowserWay => {
    const name = `Browser ${index + 1}`;
    return {
      name,
      handoverMs,
      async start(url): Promise<StartedBrowser> {
        if (cannotStart) throw new Error('ENOENT');
        let exit = (_code: number | null): void => undefined;
        const exited = new Promise<number | null>((resolve) => {
          exit = resolve;
        });
        act({ redeem: () => redeemers.get(url)?.(), exit });
        return { exited, close: () => closed.push(name) };
      },
    };
  });
  const print = (line: string): void => void lines.push(line);
  const options = { ways, newTicket, print, log: createSilentLogger() };
  const opened = openWindow(patienceMs === undefined ? options : { ...options, patienceMs });
  return { opened, lines, closed };
}

const shows: Behaviour = { act: ({ redeem }) => redeem() };
// Only the end with 0 may be a handover that is worth a wait.
const dies = (code: number | null): Behaviour => ({
  act: ({ exit }) => exit(code),
  handoverMs: code === 0 ? 20 : 60_000,
});
const address = (token: number) => `Howdah is running at http://127.0.0.1:1/howdah/#token=${token}`;

test('a browser whose page arrives is the window, and nothing is printed', async () => {
  const { opened, lines } = setUp([shows, dies(1)]);
  expect(await opened).not.toBeNull();
  expect(lines).toEqual([]);
});

test('a browser may hand over to one that runs already and end with 0', async () => {
  const handsOver: Behaviour = {
    act({ redeem, exit }) {
      exit(0);
      setTimeout(redeem, 1);
    },
  };
  const { opened, lines } = setUp([handsOver]);
  expect(await opened).not.toBeNull();
  expect(lines).toEqual([]);
});

test.each([
  [dies(0), 'Browser 1 ended with code 0 before its window opened; trying the next way.'],
  [dies(21), 'Browser 1 ended with code 21 before its window opened; trying the next way.'],
  [dies(null), 'Browser 1 was ended by the system; trying the next way.'],
  [
    { act: () => undefined, cannotStart: true },
    'Browser 1 could not be started (ENOENT); trying the next way.',
  ],
])('a browser that dies is named in one line and the next one is tried (%#)', async (behaviour, line) => {
  const { opened, lines } = setUp([behaviour, shows]);
  expect(await opened).not.toBeNull();
  expect(lines).toEqual([line]);
});

test('a browser that neither ends nor shows the page is closed', async () => {
  const { opened, lines, closed } = setUp([{ act: () => undefined }, shows], 20);
  expect(await opened).not.toBeNull();
  expect(lines).toEqual(['Browser 1 showed no window; trying the next way.']);
  expect(closed).toEqual(['Browser 1']);
});

test('when none is left a fresh address is printed', async () => {
  const { opened, lines } = setUp([dies(1), dies(1)]);
  expect(await opened).toBeNull();
  expect(lines.at(-1)).toBe(address(3));
});

test('without any way the address is printed at once', async () => {
  const { opened, lines } = setUp([]);
  expect(await opened).toBeNull();
  expect(lines).toEqual([address(1)]);
});

test('leaves no timer behind', async () => {
  vi.useFakeTimers();
  try {
    expect(await setUp([shows]).opened).not.toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
