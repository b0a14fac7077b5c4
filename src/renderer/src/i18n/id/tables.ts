import type { tables as english } from '../en/tables.ts';
import type { Translated } from '../translated.ts';

export const tables: Translated<typeof english> = {
  relation: 'Tabel',
  unread: 'Tabel tidak dapat dibaca',
  subTabs: 'Tampilan',
  subTab: { rows: 'Baris', structure: 'Struktur' },
  blocked: {
    noMain: 'Sambungan ke Howdah terputus. Perubahan yang belum disimpan tetap ada di sini.',
    stopped: 'Instans berhenti. Jalankan untuk melanjutkan.',
    waiting: 'Server belum siap. Ini berlanjut sendiri begitu server siap.',
  },
  tree: { label: 'Tabel', find: 'Cari tabel', failed: 'Daftar tabel tidak dapat dibaca' },
  rows: { grid: 'Baris {name}', unread: 'Baris tidak dapat dibaca', none: 'Tidak ada baris' },
};
