import type { dataGrid as english } from '../en/data-grid.ts';
import type { Translated } from '../translated.ts';

export const dataGrid: Translated<typeof english> = {
  keys: 'Tombol panah berpindah, dengan Shift memilih, dengan Ctrl menuju tepi. Bilah spasi memilih baris dengan Shift, kolom dengan Ctrl. Ctrl+C menyalin, Ctrl+F mencari. Alt dengan panah kiri atau kanan mengubah lebar kolom, Alt dengan panah bawah menyesuaikannya.',
  openKeys: 'Enter menampilkan nilai utuh.',
  editKeys:
    'Enter atau F2 menyunting sel, mengetik mengganti nilainya, Escape membatalkan. Saat menyunting, Enter turun, Tab ke kanan. Bilah spasi membalik nilai boolean. Alt+Delete mengisi NULL. Ctrl+Enter atau F4 membuka nilai utuh. Ctrl+V menempelkan, juga sel dari lembar kerja.',
  sortKeys: 'Alt dengan panah atas mengurutkan menurut kolom, dengan Shift di samping kolom sebelumnya.',
  jumpKeys: 'Alt+Enter menuju baris yang dirujuk kunci asing, Alt+Backspace kembali.',
  resize: 'Seret untuk mengubah lebar, klik ganda untuk menyesuaikan (Alt+←, Alt+→, Alt+↓)',
};
