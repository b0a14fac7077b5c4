import type { instances as source } from '../en/instances.ts';
import type { Translated } from '../translated.ts';

export const instances: Translated<typeof source> = {
  title: 'Instans',
  summary: '{count, plural, other {# kontainer Postgres}}, {running} berjalan',
  new: 'Instans baru',
  load: 'Muat image dari berkas…',
  column: {
    name: 'Nama',
    state: 'Status',
    version: 'Versi',
    address: 'Alamat',
    data: 'Data',
    actions: 'Tindakan',
  },
  stack: 'stack',
  madeHere: 'dibuat di sini',
  byHand: 'dibuat di tempat lain',
  notPublished: 'tidak dipublikasikan',
  openToNetwork: 'terbuka ke jaringan',
  builtLocally: 'dibuat lokal',
  unclean: 'berhenti tidak bersih (kode keluar 137)',
  exitCode: 'kode keluar {code}',
  halfInitialised: 'inisialisasi setengah jadi',
  halfInitialisedWhy:
    'Dihentikan saat basis datanya sedang dibuat. Bisa saja berjalan seolah tak ada apa-apa, dengan skema setengah jadi.',
  verdictWhy: {
    kept: 'Bertahan saat kontainer dijalankan ulang atau dihapus.',
    'orphaned-on-removal':
      'Volume ini tak bernama: setelah kontainer dihapus, tak ada yang menemukannya lagi lewat nama.',
    'not-protected':
      'Yang dipasang tidak menampung direktori data: kontainer baru di atasnya akan mulai tanpa data.',
    'memory-only': 'Hilang saat kontainer berhenti.',
  },
  source: {
    anonymous: 'anonim {name}',
    beside: '{name} dipasang di samping data',
    container: 'di dalam kontainer',
    memory: 'hilang saat berhenti',
  },
  start: 'Jalankan',
  stop: 'Hentikan',
  why: 'Mengapa?',
  startNamed: 'Jalankan {name}',
  stopNamed: 'Hentikan {name}',
  whyNamed: 'Mengapa {name} tidak berjalan?',
  actionsFor: 'Tindakan untuk {name}',
  action: {
    open: 'Buka',
    restart: 'Jalankan ulang',
    recreate: 'Buat ulang kontainer',
    reset: 'Reset volume',
    remove: 'Hapus',
    copyUri: 'Salin URI',
    logs: 'Lihat log',
  },
  uriCopied: 'URI <b>{name}</b> tersalin, beserta kata sandinya.',
  uriNotCopied: '<b>{name}</b> tidak punya alamat di komputer ini untuk disalin.',
  empty: {
    title: 'Belum ada kontainer Postgres',
    text: 'Buat satu dalam beberapa detik, atau jalankan dengan docker: akan muncul di sini dengan sendirinya.',
  },
  listFailed: 'Daftar tidak dapat dibaca',
  initialising: {
    stopTitle: 'Hentikan saat inisialisasi',
    restartTitle: 'Jalankan ulang saat inisialisasi',
    text: '<b>{name}</b> sedang membuat basis datanya. Jika dihentikan di sini, hasilnya setengah jadi: skrip awal yang belum jalan tidak akan pernah jalan, dan berikutnya tampak seolah semua baik.',
    hint: 'Biasanya hanya beberapa detik: tunggu sampai “Berjalan”.',
    stop: 'Tetap hentikan',
    restart: 'Tetap jalankan ulang',
  },
};
