import type { frame as source } from '../en/frame.ts';
import type { Translated } from '../translated.ts';

export const frame: Translated<typeof source> = {
  brand: 'Howdah',
  main: 'Utama',
  skip: 'Langsung ke isi',
  palette: 'Palet perintah',
  find: 'Cari tindakan, instans, tabel…',
  ready: 'Siap',
  more: '{count, plural, other {# lagi}}',
  stepOf: '{step} · langkah {number} dari {count}',
  layers: 'lapisan {done} dari {count}',
  amount: '{done} dari {total}',
  cancel: 'Batalkan',
  place: {
    instances: 'Instans',
    containers: 'Kontainer',
    volumes: 'Volume',
    activity: 'Aktivitas',
    settings: 'Pengaturan',
  },
  reconnecting: 'Sambungan ke Howdah terputus. Mencoba lagi… Yang terlihat adalah keadaan sebelumnya.',
  sessionLost: 'Jendela ini tidak lagi terhubung dengan Howdah yang berjalan. Tutup, lalu buka Howdah lagi.',
  engineLost:
    '{engine} tidak dapat dihubungi. Yang terlihat adalah keadaan sebelumnya; Howdah terus mencoba.',
  interrupted: {
    text: '{operation} sedang berlangsung ketika Howdah berhenti. Sampai pada: {step}.',
    textNoStep: '{operation} sedang berlangsung ketika Howdah berhenti.',
    elsewhere:
      '{operation} terputus pada mesin lain ({address}). Pilih mesin itu untuk menyelesaikan atau mengembalikannya.',
    finish: 'Selesaikan',
    rollBack: 'Kembalikan',
    finishNamed: 'Selesaikan {operation}',
    rollBackNamed: 'Kembalikan {operation}',
    details: 'Rincian',
  },
  failedScreen: {
    title: 'Layar ini tidak dapat ditampilkan',
    text: 'Ada yang salah di dalamnya. Bagian lain jendela tetap berjalan.',
  },
};
