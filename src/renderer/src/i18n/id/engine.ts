import type { engine as source } from '../en/engine.ts';
import type { Translated } from '../translated.ts';

export const engine: Translated<typeof source> = {
  label: 'Mesin',
  connecting: 'Menghubungkan…',
  unreachable: 'Tidak terhubung',
  connected: '{product} {version} · {address}',
  unknownProduct: 'Mesin',
  menu: 'Pilih mesin',
  automatic: 'Cari sendiri',
  automaticNote: 'Lingkungan, lalu konteks aktif, lalu soket yang dikenal',
  retry: 'Coba lagi',
  inUse: 'Dipakai',
  answers: 'Menjawab',
  candidate: '{label} · {address}',
  source: {
    chosen: 'dipilih di sini',
    environment: 'DOCKER_HOST',
    context: 'konteks',
    socket: 'soket',
  },
  reason: {
    missing: 'Tidak ada apa-apa di sana',
    permission:
      'Tidak ada izin. Di Linux, masuk ke grup docker: sudo usermod -aG docker $USER, lalu masuk ulang',
    refused: 'Tak ada yang mendengarkan: mesin tidak berjalan',
    timeout: 'Tidak ada jawaban tepat waktu',
    'api-too-old': 'API-nya terlalu lama untuk Howdah: {detail}',
    'ssh-not-supported': 'ssh belum didukung',
    tls: 'Sertifikat TLS tidak cocok',
    'not-an-engine': 'Yang menjawab di sana bukan mesin',
    other: 'Gagal: {detail}',
  },
  none: {
    title: 'Tidak ada mesin kontainer yang menjawab',
    text: 'Howdah memerlukan Docker, Podman, atau mesin lain dengan API yang sama. Begitu ada yang menjawab, layar ini hilang sendiri.',
    tried: 'Yang sudah dicoba',
    address: 'Alamat',
    found: 'Ditemukan di',
    result: 'Hasil',
    use: 'Pakai',
    useNamed: 'Pakai {label}',
  },
  advice: {
    title: 'Cara mendapatkannya di sini',
    'linux-apt': 'Di sistem ini, Docker tersedia dari pengelola paket:',
    'linux-other': 'Pasang Docker atau Podman dengan pengelola paket distribusi Anda, lalu jalankan:',
    macos: 'Jalankan Docker Desktop, OrbStack, atau Rancher Desktop. Atau, dengan Homebrew:',
    windows: 'Jalankan Docker Desktop. Untuk memasangnya:',
    manual: 'Petunjuk dari Docker',
  },
};
