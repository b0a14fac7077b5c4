import type { reset as english } from '../en/reset.ts';
import type { Translated } from '../translated.ts';

export const reset: Translated<typeof english> = {
  title: 'Reset volume',
  intro: '{name} mendapat volume kosong menggantikan {volume}.',
  reading: 'Melihat apa yang akan hilang…',
  lost: {
    title: 'Yang hilang',
    database: 'Basis data',
    tables: 'Tabel',
    rows: 'Baris',
    exact: '{rows, number}',
    about: 'sekitar {rows, number}',
    unknown: 'Server tidak dapat ditanya sekarang, jadi isinya tidak diketahui.',
    none: 'Tidak ada basis data Anda: volume hanya berisi bawaan Postgres.',
    size: '{size} di disk',
    total: '{tables, plural, other {# tabel}}, {rows}',
    totalRows: '{exact, select, true {} other {sekitar }}{count, plural, other {# baris}}',
  },
  keep: {
    label: 'Simpan volume lama sebagai titik pemulihan',
    on: 'Dapat diurungkan selama {days, plural, other {# hari}}.',
    off: 'Volume lama dihapus selamanya. Tidak dapat diurungkan.',
    typeName: 'Ketik {name} untuk mengonfirmasi',
  },
  after: {
    title: 'Sesudahnya',
    credentials: 'Pengguna {user} dan basis data {database} dibuat lagi, dengan kata sandi kontainer ini.',
    scripts: '{count, plural, other {# skrip awal dijalankan lagi}}: {names}',
    noScripts: 'Tidak ada skrip awal, jadi basis datanya kosong.',
  },
  steps: { title: 'Yang akan dijalankan' },
  confirm: 'Reset volume',
  cancel: 'Batal',
  failed: 'Reset tidak dapat disiapkan',
};
