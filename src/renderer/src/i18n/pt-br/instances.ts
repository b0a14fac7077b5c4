import type { instances as source } from '../en/instances.ts';
import type { Translated } from '../translated.ts';

export const instances: Translated<typeof source> = {
  title: 'Instâncias',
  summary:
    '{count, plural, one {# contêiner Postgres} other {# contêineres Postgres}}, {running} em execução',
  new: 'Nova instância',
  load: 'Carregar imagem de arquivo…',
  column: {
    name: 'Nome',
    state: 'Estado',
    version: 'Versão',
    address: 'Endereço',
    data: 'Dados',
    actions: 'Ações',
  },
  stack: 'stack',
  madeHere: 'criada aqui',
  byHand: 'criada em outro lugar',
  notPublished: 'não publicada',
  openToNetwork: 'aberta à rede',
  builtLocally: 'construída localmente',
  unclean: 'parada brusca (código de saída 137)',
  exitCode: 'código de saída {code}',
  halfInitialised: 'inicializada pela metade',
  halfInitialisedWhy:
    'Foi parada enquanto o banco era criado. Pode iniciar como se nada tivesse acontecido, com metade do esquema.',
  verdictWhy: {
    kept: 'Sobrevivem ao reinício e à remoção do contêiner.',
    'orphaned-on-removal': 'O volume não tem nome: removido o contêiner, ninguém o encontra mais pelo nome.',
    'not-protected':
      'O que está montado não contém o diretório de dados: um novo contêiner sobre ele começaria sem os dados.',
    'memory-only': 'Perdidos quando o contêiner para.',
  },
  source: {
    anonymous: 'anônimo {name}',
    beside: '{name} está montado ao lado dos dados',
    container: 'dentro do contêiner',
    memory: 'perdidos ao parar',
  },
  start: 'Iniciar',
  stop: 'Parar',
  why: 'Por quê?',
  startNamed: 'Iniciar {name}',
  stopNamed: 'Parar {name}',
  whyNamed: 'Por que {name} não está em execução?',
  actionsFor: 'Ações de {name}',
  action: {
    open: 'Abrir',
    restart: 'Reiniciar',
    recreate: 'Recriar contêiner',
    reset: 'Redefinir volume',
    remove: 'Remover',
    copyUri: 'Copiar URI',
    logs: 'Ver logs',
  },
  uriCopied: 'URI de <b>{name}</b> copiada, com a senha.',
  uriNotCopied: '<b>{name}</b> não tem endereço nesta máquina para copiar.',
  empty: {
    title: 'Ainda não há contêiner Postgres',
    text: 'Crie uma em poucos segundos, ou inicie uma com o docker: ela aparece aqui sozinha.',
  },
  listFailed: 'Não foi possível ler a lista',
  initialising: {
    stopTitle: 'Parar durante a inicialização',
    restartTitle: 'Reiniciar durante a inicialização',
    text: '<b>{name}</b> está criando o banco agora. Parada aqui, fica pela metade: scripts de inicialização que não rodaram nunca rodarão, e o próximo início parecerá normal.',
    hint: 'Costuma levar poucos segundos: espere por “Em execução”.',
    stop: 'Parar mesmo assim',
    restart: 'Reiniciar mesmo assim',
  },
};
