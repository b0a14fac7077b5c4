import type { containers as source } from '../en/containers.ts';
import type { Translated } from '../translated.ts';

export const containers: Translated<typeof source> = {
  title: 'Kontainer',
  summary: '{count, plural, other {# kontainer}}, {running} berjalan',
  column: {
    name: 'Nama',
    state: 'Status',
    image: 'Image',
    ports: 'Port',
    created: 'Dibuat',
    actions: 'Tindakan',
  },
  state: {
    created: 'Dibuat',
    running: 'Berjalan',
    paused: 'Dijeda',
    restarting: 'Memulai ulang',
    removing: 'Sedang dihapus',
    exited: 'Berhenti',
    dead: 'Mati',
  },
  up: 'berjalan {duration}',
  ended: 'kode keluar {code}, {ago}',
  health: { healthy: 'sehat', unhealthy: 'tidak sehat', starting: 'pemeriksaan dimulai' },
  noPorts: 'tidak ada',
  action: {
    open: 'Buka instans',
    restart: 'Jalankan ulang',
    remove: 'Hapus',
  },
  empty: {
    title: 'Belum ada kontainer di mesin ini',
    text: 'Apa pun yang dibuat di sini atau dengan docker akan muncul dengan sendirinya.',
  },
  listFailed: 'Kontainer tidak dapat dibaca',
  removeTitle: 'Hapus kontainer',
  removeText:
    'Kontainer <b>{name}</b> akan hilang, beserta setelan, log, dan isi di dalamnya. Jika sedang berjalan, dihentikan dulu.',
  volumesStay: 'Volumenya tetap ada.',
  anonymousStay:
    '{count, plural, other {# volume anonim juga tetap ada, tetapi tak ada lagi yang menunjuknya:}}',
  autoRemove: 'Dijalankan dengan --rm: volume anonimnya ikut hilang.',
};
