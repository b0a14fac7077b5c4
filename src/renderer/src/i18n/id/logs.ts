import type { logs as english } from '../en/logs.ts';
import type { Translated } from '../translated.ts';

export const logs: Translated<typeof english> = {
  label: 'Log kontainer',
  follow: 'Ikuti',
  copy: 'Salin',
  lines: '{count, plural, other {# baris}}',
  newLines: '{count, plural, other {# baris baru}}',
  dropped: '{count, plural, other {# baris dilewati}}: datangnya lebih cepat daripada dapat ditampilkan.',
  empty: { title: 'Belum ada baris log', body: 'Yang ditulis server muncul di sini.' },
  failed: 'Log tidak dapat dibaca',
};
