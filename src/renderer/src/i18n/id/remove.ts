import type { remove as english } from '../en/remove.ts';
import type { Translated } from '../translated.ts';

export const remove: Translated<typeof english> = {
  heading: 'Hapus {name}?',
  reading: 'Melihat apa yang tetap ada…',
  stays: {
    title: 'Yang tetap ada',
    volume: 'Volume {name}, dengan semua datanya. Instans baru dapat memakainya.',
    anonymous: 'Volume anonim {name}. Sulit ditemukan lagi: catat namanya.',
    folder: 'Folder {name}.',
    nothing: 'Tidak ada: datanya ikut hilang.',
  },
  goes: {
    title: 'Yang hilang',
    container: 'Kontainer {name}: pengaturannya, lognya dan berkas di dalamnya.',
    data: 'Data yang ada di dalam kontainer {name} sendiri.',
    memory: 'Data di memori.',
    volume: 'Volume anonim {name}, dengan datanya.',
  },
  steps: 'Yang akan dijalankan',
  confirm: 'Hapus',
  cancel: 'Batal',
  failed: 'Tidak dapat dihapus sekarang',
};
