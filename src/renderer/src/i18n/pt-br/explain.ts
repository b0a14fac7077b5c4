import type { explain as english } from '../en/explain.ts';
import type { Translated } from '../translated.ts';

export const explain: Translated<typeof english> = {
  plan: 'Plano da consulta',
  show: 'Mostrar o plano como',
  tree: 'Árvore',
  text: 'Texto',
  copy: 'Copiar plano',
  analyze: 'Executar e medir',
  analyzeTitle: 'EXPLAIN ANALYZE: executa a instrução, mede e desfaz',
  noPlan:
    'Esta instrução não tem plano: o servidor planeja SELECT, INSERT, UPDATE, DELETE, MERGE, VALUES e tabelas criadas a partir de uma consulta.',
  failed: 'Não foi possível obter o plano',
  details: 'Detalhes do nó',
  planning: 'Planejamento {time}',
  execution: 'Execução {time}',
  estimated: 'Só estimativas: a instrução não foi executada',
  trigger: '{name}: {calls, plural, one {# chamada} other {# chamadas}}, {time}',
  rolledBack:
    'A instrução foi executada e desfeita: nenhuma linha mudou. As sequências mantêm os números que já deram, e as linhas escritas por um momento ocupam espaço até o próximo VACUUM.',
  column: {
    node: 'Nó',
    self: 'Tempo próprio',
    total: 'Com os filhos',
    rows: 'Linhas: reais / estimadas',
    estimatedRows: 'Linhas estimadas',
    buffers: 'Buffers',
    cost: 'Custo',
  },
  rows: '{actual} / {estimated}',
  rowsExact: 'vieram {actual} linhas, eram esperadas {estimated}',
  buffersOf: {
    hit: '{size} na memória',
    read: '{size} lidos',
    written: '{size} escritos',
    temp: '{size} em arquivos temporários',
    none: 'nenhum usado',
  },
  estimate: 'Estimativa',
  estimateText: '{rows} linhas de {width} bytes',
  costText: '{startup} até a primeira linha, {total} até a última',
  loops: 'Repetições',
  open: 'Abrir {node}',
  close: 'Fechar {node}',
  mark: {
    slowest: 'Mais lento',
    costliest: 'Mais caro',
    'rows-underestimated': 'Mais linhas que o estimado',
    'rows-overestimated': 'Menos linhas que o estimado',
    spills: 'Transborda para o disco',
    'filters-most': 'Descarta a maioria das linhas',
    'never-executed': 'Nunca executado',
  },
  why: {
    slowest: 'É aqui que se gasta mais tempo.',
    costliest: 'O planejador considera esta a parte mais cara.',
    'rows-underestimated':
      'Vieram mais de dez vezes as linhas que o planejador esperava. Rode ANALYZE na tabela ou procure colunas que dependem umas das outras.',
    'rows-overestimated':
      'Veio menos de um décimo das linhas que o planejador esperava. Rode ANALYZE na tabela ou procure colunas que dependem umas das outras.',
    spills: 'Precisou de mais memória do que work_mem permite e usou arquivos temporários.',
    'filters-most': 'A maioria das linhas é lida só para ser descartada: um índice na condição pode ajudar.',
    'never-executed': 'Nada precisou das suas linhas.',
  },
};
