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
  kind: {
    table: 'tabela',
    'partitioned-table': 'tabela particionada',
    view: 'view',
    'materialized-view': 'view materializada',
    'foreign-table': 'tabela externa',
  },
  tree: {
    pane: 'Tabelas do banco',
    label: 'Tabelas',
    find: 'Procurar tabela',
    refresh: 'Recarregar tabelas',
    failed: 'Não foi possível ler as tabelas',
    schema: '{name}, esquema',
    rows: 'cerca de {count, plural, one {# linha} other {# linhas}}',
    staged: '{count, plural, one {# mudança preparada} other {# mudanças preparadas}}',
    cut: 'Só as primeiras 20.000 são listadas.',
    nothing: 'Nenhuma tabela se chama algo como “{wanted}”.',
    unread: 'As tabelas aparecem aqui assim que o servidor estiver rodando.',
    empty: {
      title: 'Ainda não há tabelas',
      body: 'Este banco não tem tabelas. Crie uma em SQL ou comece pelo exemplo.',
    },
  },
  rows: { grid: 'Linhas de {name}', unread: 'Não foi possível ler as linhas', none: 'Nenhuma linha' },
};
