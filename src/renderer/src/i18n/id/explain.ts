import type { explain as english } from '../en/explain.ts';
import type { Translated } from '../translated.ts';

export const explain: Translated<typeof english> = {
  plan: 'Rencana query',
  show: 'Tampilkan rencana sebagai',
  tree: 'Pohon',
  text: 'Teks',
  copy: 'Salin rencana',
  analyze: 'Jalankan dan ukur',
  analyzeTitle: 'EXPLAIN ANALYZE: menjalankan pernyataan, mengukurnya, lalu menggulungnya balik',
  noPlan:
    'Pernyataan ini tidak punya rencana: server merencanakan SELECT, INSERT, UPDATE, DELETE, MERGE, VALUES, dan tabel yang dibuat dari query.',
  failed: 'Rencana tidak dapat diperoleh',
  details: 'Rincian simpul',
  planning: 'Perencanaan {time}',
  execution: 'Eksekusi {time}',
  estimated: 'Hanya perkiraan: pernyataan tidak dijalankan',
  trigger: '{name}: {calls, plural, other {# panggilan}}, {time}',
  rolledBack:
    'Pernyataan dijalankan lalu digulung balik: tidak ada baris yang berubah. Sequence tetap menyimpan nomor yang sudah dikeluarkan, dan baris yang sempat ditulis memakan tempat sampai VACUUM berikutnya.',
  column: {
    node: 'Simpul',
    self: 'Waktu sendiri',
    total: 'Dengan anak',
    rows: 'Baris: nyata / perkiraan',
    estimatedRows: 'Perkiraan baris',
    buffers: 'Buffer',
    cost: 'Biaya',
  },
  rows: '{actual} / {estimated}',
  rowsExact: '{actual} baris datang, {estimated} diperkirakan',
  buffersOf: {
    hit: '{size} ditemukan di memori',
    read: '{size} dibaca',
    written: '{size} ditulis',
    temp: '{size} di berkas sementara',
    none: 'tidak ada yang dipakai',
  },
  estimate: 'Perkiraan',
  estimateText: '{rows} baris berukuran {width} byte',
  costText: '{startup} sampai baris pertama, {total} sampai terakhir',
  loops: 'Putaran',
  open: 'Buka {node}',
  close: 'Tutup {node}',
  mark: {
    slowest: 'Paling lambat',
    costliest: 'Paling mahal',
    'rows-underestimated': 'Baris lebih banyak dari perkiraan',
    'rows-overestimated': 'Baris lebih sedikit dari perkiraan',
    spills: 'Meluap ke disk',
    'filters-most': 'Membuang sebagian besar baris',
    'never-executed': 'Tidak pernah dijalankan',
  },
  why: {
    slowest: 'Di sinilah waktu paling banyak dihabiskan.',
    costliest: 'Perencana menganggap bagian ini paling mahal.',
    'rows-underestimated':
      'Datang lebih dari sepuluh kali jumlah baris yang diperkirakan perencana. Jalankan ANALYZE pada tabel, atau cari kolom yang saling bergantung.',
    'rows-overestimated':
      'Datang kurang dari sepersepuluh baris yang diperkirakan perencana. Jalankan ANALYZE pada tabel, atau cari kolom yang saling bergantung.',
    spills: 'Butuh memori lebih banyak daripada yang diizinkan work_mem sehingga memakai berkas sementara.',
    'filters-most':
      'Sebagian besar baris dibaca hanya untuk dibuang: indeks pada syaratnya mungkin membantu.',
    'never-executed': 'Tidak ada yang membutuhkan barisnya.',
  },
};
