import type { dataGrid as english } from '../en/data-grid.ts';
import type { Translated } from '../translated.ts';

export const dataGrid: Translated<typeof english> = {
  keys: 'Tombol panah berpindah, dengan Shift memilih, dengan Ctrl menuju tepi. Bilah spasi memilih baris dengan Shift, kolom dengan Ctrl. Enter menampilkan nilai utuh. Ctrl+C menyalin, Ctrl+F mencari. Alt dengan panah kiri atau kanan mengubah lebar kolom, Alt dengan panah bawah menyesuaikannya.',
  resize: 'Seret untuk mengubah lebar, klik ganda untuk menyesuaikan (Alt+←, Alt+→, Alt+↓)',
};
