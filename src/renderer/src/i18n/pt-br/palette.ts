import type { palette as source } from '../en/palette.ts';
import type { Translated } from '../translated.ts';

export const palette: Translated<typeof source> = {
  title: 'Paleta de comandos',
  search: 'Buscar ação, instância, tabela…',
  nothing: 'Nada encontrado.',
  results: 'Resultados',
  kind: {
    action: 'Ação',
    instance: 'Instância',
    table: 'Tabela',
    volume: 'Volume',
    place: 'Tela',
  },
  go: 'Ir para {place}',
  theme: 'Tema: {theme}',
  language: 'Idioma: {language}',
  retryEngine: 'Tentar o motor de novo',
  tableOf: '{table} · {name}',
  sqlOf: 'SQL de {name}',
  onInstance: '{action} · {name}',
};
