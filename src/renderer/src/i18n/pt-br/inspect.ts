import type { inspect as english } from '../en/inspect.ts';
import type { Translated } from '../translated.ts';

export const inspect: Translated<typeof english> = {
  label: 'O que o motor diz',
  search: 'Buscar',
  showSecrets: 'Mostrar segredos',
  hideSecrets: 'Ocultar segredos',
  copy: 'Copiar',
  expandAll: 'Expandir tudo',
  collapseAll: 'Recolher tudo',
  matches: '{count, plural, =0 {Nada encontrado} one {# ocorrência} other {# ocorrências}}',
  failed: 'O motor não diz',
  items: '{count, plural, one {# item} other {# itens}}',
  keys: '{count, plural, one {# chave} other {# chaves}}',
};
