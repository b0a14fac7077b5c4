import type { activity as source } from '../en/activity.ts';
import type { Translated } from '../translated.ts';

export const activity: Translated<typeof source> = {
  title: 'Atividade',
  sub: 'Tudo o que o Howdah fez neste motor, o mais recente primeiro',
  list: 'Operações',
  steps: 'Etapas de {operation}',
  empty: {
    title: 'Nada ainda',
    text: 'O que você faz aqui fica anotado: cada etapa com seu comando.',
  },
  listFailed: 'Não foi possível ler o diário',
};
