import type { palette as source } from '../en/palette.ts';
import type { Translated } from '../translated.ts';

export const palette: Translated<typeof source> = {
  title: 'Palet perintah',
  search: 'Cari tindakan, instans, tabel…',
  nothing: 'Tidak ada yang cocok.',
  results: 'Hasil',
  kind: {
    action: 'Tindakan',
    instance: 'Instans',
    table: 'Tabel',
    volume: 'Volume',
    place: 'Layar',
  },
  go: 'Buka {place}',
  theme: 'Tema: {theme}',
  language: 'Bahasa: {language}',
  retryEngine: 'Coba mesin lagi',
  tableOf: '{table} · {name}',
  sqlOf: 'SQL {name}',
  onInstance: '{action} · {name}',
};
