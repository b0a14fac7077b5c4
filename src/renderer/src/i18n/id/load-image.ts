import type { loadImage as english } from '../en/load-image.ts';
import type { Translated } from '../translated.ts';

export const loadImage: Translated<typeof english> = {
  title: 'Muat image dari berkas…',
  intro: 'Berkas yang dibuat docker save (.tar, .tar.gz).',
  file: 'Berkas image',
  choose: 'Pilih berkas',
  none: 'Belum ada berkas',
  load: 'Muat',
  cancel: 'Batal',
  close: 'Tutup',
  sending: '{done} dari {total}',
  unpacking: 'Mesin sedang mengekstraknya…',
  done: 'Sekarang ada di mesin: {names}',
  failed: 'Image tidak dimuat',
  nothingChosen: 'Pilih berkas dulu.',
};
