import type { common as source } from '../en/common.ts';
import type { Translated } from '../translated.ts';

export const common: Translated<typeof source> = {
  cancel: 'Batal',
  close: 'Tutup',
  tryAgain: 'Coba lagi',
  copied: 'Tersalin',
  notCopied: 'Tidak dapat disalin',
  copyCommand: 'Salin perintah',
  notifications: 'Pemberitahuan',
  database: 'Basis data',
  loading: 'Memuat…',
};
