import type { remove as english } from '../en/remove.ts';
import type { Translated } from '../translated.ts';

export const remove: Translated<typeof english> = {
  heading: 'Remover {name}?',
  reading: 'Vendo o que fica…',
  stays: {
    title: 'O que fica',
    volume: 'O volume {name}, com todos os dados. Uma nova instância pode usá-lo.',
    anonymous: 'O volume anônimo {name}. É difícil encontrá-lo de novo: anote o nome.',
    folder: 'A pasta {name}.',
    nothing: 'Nada: os dados vão junto.',
  },
  goes: {
    title: 'O que sai',
    container: 'O contêiner {name}: suas configurações, seus logs e os arquivos dentro dele.',
    data: 'Os dados que estão no próprio contêiner {name}.',
    memory: 'Os dados na memória.',
    volume: 'O volume anônimo {name}, com seus dados.',
  },
  steps: 'O que será executado',
  confirm: 'Remover',
  cancel: 'Cancelar',
  failed: 'Não pode ser removida agora',
};
