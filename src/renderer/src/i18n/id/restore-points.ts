import type { restorePoints as english } from '../en/restore-points.ts';
import type { Translated } from '../translated.ts';

export const restorePoints: Translated<typeof english> = {
  title: 'Titik pemulihan',
  column: {
    taken: 'Diambil',
    reason: 'Alasan',
    rows: 'Baris',
    size: 'Ukuran',
    expires: 'Kedaluwarsa',
    actions: 'Tindakan',
  },
  reason: { reset: 'Sebelum reset', undo: 'Sebelum pengurungan' },
  unknown: 'Tidak diketahui',
  about: 'sekitar {rows, number}',
  exact: '{rows, number}',
  undo: 'Urungkan reset',
  putBack: 'Kembalikan',
  putBackNamed: 'Kembalikan {name}',
  remove: 'Hapus',
  removeNamed: 'Hapus {name}',
  unusable: 'Volumenya sudah tidak ada, atau tidak membuktikan bahwa Howdah boleh menanganinya.',
  busy: 'Ada yang sedang mengerjakan instans ini.',
  empty: {
    title: 'Tidak ada titik pemulihan',
    body: 'Reset menyimpan volume lama di sini agar dapat diurungkan. Titik pemulihan hilang sendiri setelah {days, plural, other {# hari}}.',
  },
  removeDialog: {
    title: 'Hapus titik pemulihan',
    body: 'Volume {name} dan datanya dihapus selamanya. Tidak dapat diurungkan.',
    confirm: 'Hapus',
  },
  failed: 'Titik pemulihan tidak dapat dibaca',
};
