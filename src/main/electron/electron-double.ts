import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

export class WindowDouble extends EventEmitter {
  static readonly all: WindowDouble[] = [];
  readonly loadURL = vi.fn(async (_url: string) => undefined);
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  readonly isMinimized = vi.fn(() => true);

  constructor(readonly options: unknown) {
    super();
    WindowDouble.all.push(this);
  }
}

export class NotificationDouble {
  static readonly shown: unknown[] = [];
  static isSupported(): boolean {
    return true;
  }

  constructor(readonly options: unknown) {}

  show(): void {
    NotificationDouble.shown.push(this.options);
  }
}

export class PortDouble extends EventEmitter {
  readonly close = vi.fn();

  constructor(readonly name: string) {
    super();
  }
}

export class ChannelDouble {
  readonly port1 = new PortDouble('main');
  readonly port2 = new PortDouble('page');
}

/** Stands in for the `electron` module and records what is done with it. Tests only. */
export function createElectronDouble() {
  const app: EventEmitter = new EventEmitter();
  return {
    app: Object.assign(app, {
      isPackaged: true,
      setPath: vi.fn(),
      requestSingleInstanceLock: vi.fn(() => true),
      whenReady: vi.fn(async () => undefined),
      quit: vi.fn(),
    }),
    BrowserWindow: WindowDouble,
    Notification: NotificationDouble,
    MessageChannelMain: ChannelDouble,
    ipcMain: new EventEmitter() as EventEmitter,
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    shell: { openExternal: vi.fn(async () => undefined), showItemInFolder: vi.fn() },
    dialog: {
      showErrorBox: vi.fn(),
      showMessageBoxSync: vi.fn((_options: unknown) => 0),
      showOpenDialog: vi.fn(async () => ({ filePaths: ['/a.sql'] })),
      showSaveDialog: vi.fn(async (_options: unknown) => ({ canceled: true, filePath: '' })),
    },
    Menu: { setApplicationMenu: vi.fn(), buildFromTemplate: vi.fn((template: unknown) => template) },
    safeStorage: {
      isEncryptionAvailable: vi.fn(() => true),
      encryptString: vi.fn((text: string) => Buffer.from(`locked ${text}`)),
      decryptString: vi.fn((bytes: Buffer) => bytes.toString().replace('locked ', '')),
    },
  };
}
