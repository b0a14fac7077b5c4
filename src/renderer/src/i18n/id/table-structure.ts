import type { tableStructure as english } from '../en/table-structure.ts';
import type { Translated } from '../translated.ts';

export const tableStructure: Translated<typeof english> = {
  failed: 'Struktur tidak dapat dibaca',
  name: 'Nama',
  table: 'Tabel',
  definition: 'Definisi',
  state: 'Keadaan',
  notValidated: 'Belum divalidasi',
  notValidatedWhy:
    'Diperiksa untuk baris yang ditulis, tidak pernah untuk yang sudah ada sebelumnya. VALIDATE CONSTRAINT melakukannya.',
  columns: {
    title: 'Kolom',
    empty: 'Tabel ini tidak punya kolom.',
    name: 'Kolom',
    type: 'Tipe',
    nullable: 'NULL',
    mayBeNull: 'boleh',
    default: 'Default',
    key: 'Kunci',
    comment: 'Komentar',
    keys: { 'primary-key': 'Kunci utama', unique: 'Unik', 'foreign-key': 'Kunci asing' },
  },
  constraints: {
    title: 'Kunci dan constraint',
    empty: 'Tidak ada: baris apa pun yang cocok dengan tipenya dapat disimpan.',
  },
  out: { title: 'Kunci asing', empty: 'Tidak merujuk ke tabel lain.' },
  in: { title: 'Dirujuk oleh', empty: 'Tidak ada kunci asing dari tabel lain yang menuju ke sini.' },
  indexes: {
    title: 'Indeks',
    empty: 'Tidak ada: setiap pencarian membaca seluruh tabel.',
    size: 'Ukuran',
    primary: 'Kunci utama',
    unique: 'Unik',
    invalid: 'Tidak valid',
    invalidWhy:
      'Pembuatannya gagal (CREATE INDEX CONCURRENTLY). Kueri tidak memakainya, tetapi penulisan tetap memeliharanya: jalankan REINDEX atau hapus.',
  },
  triggers: {
    title: 'Trigger',
    empty: 'Tidak ada trigger.',
    enabled: { on: 'Aktif', off: 'Nonaktif', replica: 'Di replika', always: 'Selalu' },
    why: {
      on: 'Berjalan, kecuali bila sesi sedang menerapkan perubahan replikasi',
      off: 'Tidak pernah berjalan: ALTER TABLE … DISABLE TRIGGER',
      replica: 'Hanya berjalan di sesi yang menerapkan perubahan replikasi',
      always: 'Berjalan di setiap sesi',
    },
  },
  partitions: {
    title: 'Partisi',
    empty: 'Belum ada: tidak ada baris yang dapat disimpan sebelum ada satu.',
    bounds: 'Berisi',
  },
  ddl: { title: 'DDL', copy: 'Salin DDL' },
};
