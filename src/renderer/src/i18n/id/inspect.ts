import type { inspect as english } from '../en/inspect.ts';
import type { Translated } from '../translated.ts';

export const inspect: Translated<typeof english> = {
  label: 'Keterangan mesin',
  search: 'Cari',
  showSecrets: 'Tampilkan rahasia',
  hideSecrets: 'Sembunyikan rahasia',
  copy: 'Salin',
  expandAll: 'Buka semua',
  collapseAll: 'Tutup semua',
  matches: '{count, plural, =0 {Tidak ditemukan} other {# cocok}}',
  failed: 'Mesin tidak memberi tahu',
  items: '{count, plural, other {# butir}}',
  keys: '{count, plural, other {# kunci}}',
};
