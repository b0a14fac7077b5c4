import { join } from 'node:path';
import { dialog, Notification, safeStorage, shell } from 'electron';
import type { AppPaths } from '../platform/app-paths.ts';
import { isAllowedExternalUrl } from '../platform/is-allowed-external-url.ts';
import type { Platform } from '../platform/platform.ts';
import { createSecretStore, type SecretCipher } from '../platform/secret-store.ts';
import { writeWholeFile } from '../platform/write-whole-file.ts';

/** The platform of the desktop app. The app must be ready: the system's key store cannot be asked before. */
export function createElectronPlatform(paths: AppPaths): Platform {
  const encryptsSecrets = safeStorage.isEncryptionAvailable();
  const file = join(paths.configDir, encryptsSecrets ? 'secrets.encrypted.json' : 'secrets.json');
  const secrets = encryptsSecrets ? createSecretStore(file, keyStoreCipher) : createSecretStore(file);
  return {
    host: 'electron',
    paths,
    secrets,
    capabilities: () => ({
      canOpenUrl: true,
      canReveal: true,
      canNotify: Notification.isSupported(),
      canPickFile: true,
      encryptsSecrets,
    }),
    async openUrl(url) {
      if (!isAllowedExternalUrl(url))
        throw new Error('This address is not on the list of pages Howdah opens');
      await shell.openExternal(url);
    },
    revealPath: async (path) => shell.showItemInFolder(path),
    async notify(notification) {
      if (Notification.isSupported()) new Notification(notification).show();
    },
    async pickFile({ title, extensions }) {
      const filters = extensions.length === 0 ? [] : [{ name: title, extensions: [...extensions] }];
      const { filePaths } = await dialog.showOpenDialog({ title, filters, properties: ['openFile'] });
      return filePaths[0] ?? null;
    },
    async saveFile({ fileName, content }, signal) {
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: fileName });
      if (canceled || filePath === '') return { way: 'saved', path: null };
      await writeWholeFile(filePath, content(), signal);
      return { way: 'saved', path: filePath };
    },
  };
}

const keyStoreCipher: SecretCipher = {
  encrypt: (value) => safeStorage.encryptString(value).toString('base64'),
  decrypt: (stored) => safeStorage.decryptString(Buffer.from(stored, 'base64')),
};
