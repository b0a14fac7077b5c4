import type { frame as source } from '../en/frame.ts';
import type { Translated } from '../translated.ts';

export const frame: Translated<typeof source> = {
  brand: 'Howdah',
  main: 'Principal',
  skip: 'Ir para o conteúdo',
  palette: 'Paleta de comandos',
  find: 'Buscar ação, instância, tabela…',
  ready: 'Pronto',
  more: '{count, plural, one {mais #} other {mais #}}',
  stepOf: '{step} · etapa {number} de {count}',
  layers: 'camada {done} de {count}',
  amount: '{done} de {total}',
  cancel: 'Cancelar',
  place: {
    instances: 'Instâncias',
    containers: 'Contêineres',
    volumes: 'Volumes',
    activity: 'Atividade',
    settings: 'Configurações',
  },
  reconnecting: 'A conexão com o Howdah foi perdida. Tentando de novo… O que você vê é de antes.',
  sessionLost: 'Esta janela não pertence mais a um Howdah em execução. Feche-a e abra o Howdah de novo.',
  engineLost: 'Não é possível acessar {engine}. O que você vê é de antes; o Howdah continua tentando.',
  interrupted: {
    text: '{operation} estava em andamento quando o Howdah terminou. Chegou até: {step}.',
    textNoStep: '{operation} estava em andamento quando o Howdah terminou.',
    elsewhere:
      '{operation} foi interrompida em outro motor ({address}). Escolha esse motor para concluir ou reverter.',
    finish: 'Concluir',
    rollBack: 'Reverter',
    finishNamed: 'Concluir {operation}',
    rollBackNamed: 'Reverter {operation}',
    details: 'Detalhes',
  },
  failedScreen: {
    title: 'Não é possível mostrar esta tela',
    text: 'Algo nela deu errado. O resto da janela continua.',
  },
};
