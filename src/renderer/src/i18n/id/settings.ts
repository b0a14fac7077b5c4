import type { settings as source } from '../en/settings.ts';
import type { Translated } from '../translated.ts';

export const settings: Translated<typeof source> = {
  title: 'Pengaturan',
  look: 'Tampilan',
  theme: 'Tema',
  themes: {
    system: 'Ikuti sistem',
    light: 'Terang',
    dark: 'Gelap',
  },
  language: 'Bahasa',
  languageSystem: 'Ikuti sistem',
  restorePoints: 'Titik pemulihan',
  days: 'Simpan selama (hari)',
  daysHint: 'Reset menyimpan data lama selama itu. 1 sampai 365.',
  daysError: 'Bilangan bulat dari 1 sampai 365',
  maxSize: 'Batas ukuran dalam GiB',
  maxSizeHint:
    'Jika semua titik pemulihan melebihi ini, yang tertua dihapus dulu. 0 tidak menyimpan lebih lama dari perlu.',
  maxSizeError: 'Angka mulai dari 0',
  engine: 'Mesin',
  about: 'Tentang',
  version: 'Versi',
  host: 'Host',
  hosts: {
    electron: 'Aplikasi desktop',
    browser: 'Jendela browser',
  },
  dataDirectory: 'Direktori data',
  dataDirectoryHint:
    'Jurnal, pengaturan, catatan titik pemulihan, dan log. Tidak ada basis data di dalamnya.',
  readFailed: 'Pengaturan tidak dapat dibaca',
};
