import type { reset as english } from '../en/reset.ts';
import type { Translated } from '../translated.ts';

export const reset: Translated<typeof english> = {
  title: 'Redefinir volume',
  intro: '{name} recebe um volume vazio no lugar de {volume}.',
  reading: 'Vendo o que se perderia…',
  lost: {
    title: 'O que sai',
    database: 'Banco de dados',
    tables: 'Tabelas',
    rows: 'Linhas',
    exact: '{rows, number}',
    about: 'cerca de {rows, number}',
    unknown: 'O servidor não pode ser consultado agora, então não se sabe o que ele contém.',
    none: 'Nenhum banco seu: o volume contém só o que o Postgres traz.',
    size: '{size} em disco',
    total: '{tables, plural, one {# tabela} other {# tabelas}}, {rows}',
    totalRows: '{exact, select, true {} other {cerca de }}{count, plural, one {# linha} other {# linhas}}',
  },
  keep: {
    label: 'Guardar o volume antigo como ponto de restauração',
    on: 'Pode ser desfeito por {days, plural, one {# dia} other {# dias}}.',
    off: 'O volume antigo é removido para sempre. Não há como desfazer.',
    typeName: 'Digite {name} para confirmar',
  },
  after: {
    title: 'Depois',
    credentials: 'O usuário {user} e o banco {database} são criados de novo, com a senha deste contêiner.',
    scripts:
      '{count, plural, one {# script de inicialização roda de novo} other {# scripts de inicialização rodam de novo}}: {names}',
    noScripts: 'Não há script de inicialização, então o banco fica vazio.',
  },
  steps: { title: 'O que será executado' },
  confirm: 'Redefinir volume',
  cancel: 'Cancelar',
  failed: 'A redefinição não pode ser preparada',
};
