import type { tables as english } from '../en/tables.ts';
import type { Translated } from '../translated.ts';

export const tables: Translated<typeof english> = {
  relation: 'Tabela',
  unread: 'Não foi possível ler a tabela',
  subTabs: 'Visão',
  subTab: { rows: 'Linhas', structure: 'Estrutura' },
  blocked: {
    noMain: 'A conexão com o Howdah foi perdida. O que você preparou continua aqui.',
    stopped: 'A instância está parada. Inicie-a para continuar.',
    waiting: 'O servidor ainda não está pronto. Isto continua sozinho assim que estiver.',
  },
  tree: { label: 'Tabelas', find: 'Procurar tabela', failed: 'Não foi possível ler as tabelas' },
  rows: { grid: 'Linhas de {name}', unread: 'Não foi possível ler as linhas', none: 'Nenhuma linha' },
};
