import type { palette as source } from '../en/palette.ts';
import type { Translated } from '../translated.ts';

export const palette: Translated<typeof source> = {
  title: 'Palet perintah',
  search: 'Cari tindakan, instans, volume…',
  nothing: 'Tidak ada yang cocok.',
  results: 'Hasil',
  kind: {
    action: 'Tindakan',
    instance: 'Instans',
    volume: 'Volume',
    place: 'Layar',
  },
  go: 'Buka {place}',
  theme: 'Tema: {theme}',
  language: 'Bahasa: {language}',
  retryEngine: 'Coba mesin lagi',
  sqlOf: 'SQL {name}',
  onInstance: '{action} · {name}',
};
