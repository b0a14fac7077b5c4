import type { activity as source } from '../en/activity.ts';
import type { Translated } from '../translated.ts';

export const activity: Translated<typeof source> = {
  title: 'Aktivitas',
  sub: 'Semua yang dilakukan Howdah pada mesin ini, terbaru di atas',
  list: 'Operasi',
  steps: 'Langkah {operation}',
  empty: {
    title: 'Belum ada apa-apa',
    text: 'Yang Anda lakukan di sini dicatat: setiap langkah beserta perintahnya.',
  },
  listFailed: 'Jurnal tidak dapat dibaca',
};
