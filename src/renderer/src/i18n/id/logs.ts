import type { logs as english } from '../en/logs.ts';
import type { Translated } from '../translated.ts';

export const logs: Translated<typeof english> = {
  label: 'Log kontainer',
  follow: 'Ikuti',
  copy: 'Salin',
  copied: 'Tersalin',
  lines: '{count, plural, other {# baris}}',
  newLines: '{count, plural, other {# baris baru}}',
  dropped: '{count, plural, other {# baris dilewati}}: datangnya lebih cepat daripada dapat ditampilkan.',
  loading: 'Membaca log…',
  empty: { title: 'Belum ada baris log', body: 'Yang ditulis server muncul di sini.' },
  ended: 'Log berakhir.',
  failed: 'Log tidak dapat dibaca',
  retry: 'Coba lagi',
  bounded: '{count, number} baris terakhir disimpan di sini.',
};
