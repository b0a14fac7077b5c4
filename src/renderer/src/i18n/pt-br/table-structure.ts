import type { tableStructure as english } from '../en/table-structure.ts';
import type { Translated } from '../translated.ts';

export const tableStructure: Translated<typeof english> = {
  failed: 'Não foi possível ler a estrutura',
  name: 'Nome',
  table: 'Tabela',
  definition: 'Definição',
  state: 'Estado',
  notValidated: 'Não validada',
  notValidatedWhy:
    'Verificada nas linhas que são gravadas, nunca nas que já existiam. VALIDATE CONSTRAINT faz isso.',
  columns: {
    title: 'Colunas',
    empty: 'Esta tabela não tem colunas.',
    name: 'Coluna',
    type: 'Tipo',
    nullable: 'NULL',
    mayBeNull: 'permitido',
    default: 'Padrão',
    key: 'Chave',
    comment: 'Comentário',
    keys: { 'primary-key': 'Chave primária', unique: 'Única', 'foreign-key': 'Chave estrangeira' },
  },
  constraints: {
    title: 'Chaves e restrições',
    empty: 'Nenhuma: qualquer linha que caiba nos tipos pode ser gravada.',
  },
  out: { title: 'Chaves estrangeiras', empty: 'Não se refere a nenhuma outra tabela.' },
  in: { title: 'Referenciada por', empty: 'Nenhuma chave estrangeira de outra tabela chega aqui.' },
  indexes: {
    title: 'Índices',
    empty: 'Nenhum: toda busca lê a tabela inteira.',
    size: 'Tamanho',
    primary: 'Chave primária',
    unique: 'Único',
    invalid: 'Inválido',
    invalidWhy:
      'A criação falhou (CREATE INDEX CONCURRENTLY). As consultas não o usam, mas cada gravação ainda o mantém: faça REINDEX ou remova-o.',
  },
  triggers: {
    title: 'Gatilhos',
    empty: 'Nenhum gatilho.',
    enabled: { on: 'Ativo', off: 'Desativado', replica: 'Em réplicas', always: 'Sempre' },
    why: {
      on: 'Dispara, a não ser que a sessão aplique alterações replicadas',
      off: 'Nunca dispara: ALTER TABLE … DISABLE TRIGGER',
      replica: 'Dispara só em sessões que aplicam alterações replicadas',
      always: 'Dispara em todas as sessões',
    },
  },
  partitions: {
    title: 'Partições',
    empty: 'Nenhuma ainda: nenhuma linha pode ser gravada até que haja uma.',
    bounds: 'Guarda',
  },
  ddl: { title: 'DDL', copy: 'Copiar DDL' },
};
