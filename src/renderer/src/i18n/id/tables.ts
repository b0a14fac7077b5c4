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
  kind: {
    table: 'tabel',
    'partitioned-table': 'tabel berpartisi',
    view: 'view',
    'materialized-view': 'materialized view',
    'foreign-table': 'tabel asing',
  },
  tree: {
    pane: 'Tabel di basis data',
    label: 'Tabel',
    find: 'Cari tabel',
    refresh: 'Muat ulang tabel',
    failed: 'Daftar tabel tidak dapat dibaca',
    schema: '{name}, skema',
    rows: 'sekitar {count, plural, other {# baris}}',
    staged: '{count, plural, other {# perubahan}} disiapkan',
    cut: 'Hanya 20.000 yang pertama ditampilkan.',
    nothing: 'Tidak ada tabel dengan nama seperti “{wanted}”.',
    unread: 'Tabel muncul di sini begitu server berjalan.',
    empty: {
      title: 'Belum ada tabel',
      body: 'Basis data ini belum berisi tabel. Buat lewat SQL, atau mulai dengan contoh.',
    },
  },
  rows: { grid: 'Baris {name}', unread: 'Baris tidak dapat dibaca', none: 'Tidak ada baris' },
};
