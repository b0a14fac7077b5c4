import type { restorePoints as english } from '../en/restore-points.ts';
import type { Translated } from '../translated.ts';

export const restorePoints: Translated<typeof english> = {
  title: 'Pontos de restauração',
  column: {
    taken: 'Criado',
    reason: 'Motivo',
    rows: 'Linhas',
    size: 'Tamanho',
    expires: 'Expira',
    actions: 'Ações',
  },
  reason: { reset: 'Antes de uma redefinição', undo: 'Antes de desfazer' },
  unknown: 'Desconhecido',
  about: 'cerca de {rows, number}',
  exact: '{rows, number}',
  undo: 'Desfazer redefinição',
  putBack: 'Repor',
  putBackNamed: 'Repor {name}',
  remove: 'Remover',
  removeNamed: 'Remover {name}',
  unusable: 'O volume não existe mais, ou não prova que o Howdah pode mexer nele.',
  busy: 'Algo está trabalhando nesta instância agora.',
  empty: {
    title: 'Nenhum ponto de restauração',
    body: 'Uma redefinição guarda o volume antigo aqui para poder ser desfeita. Os pontos somem sozinhos após {days, plural, one {# dia} other {# dias}}.',
  },
  removeDialog: {
    title: 'Remover ponto de restauração',
    body: 'O volume {name} e os dados nele são removidos para sempre. Não há como desfazer.',
    confirm: 'Remover',
  },
  failed: 'Não foi possível ler os pontos de restauração',
};
