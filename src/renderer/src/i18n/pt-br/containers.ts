import type { containers as source } from '../en/containers.ts';
import type { Translated } from '../translated.ts';

export const containers: Translated<typeof source> = {
  title: 'Contêineres',
  summary: '{count, plural, one {# contêiner} other {# contêineres}}, {running} em execução',
  column: {
    name: 'Nome',
    state: 'Estado',
    image: 'Imagem',
    ports: 'Portas',
    created: 'Criado',
    actions: 'Ações',
  },
  state: {
    created: 'Criado',
    running: 'Em execução',
    paused: 'Pausado',
    restarting: 'Reiniciando',
    removing: 'Removendo',
    exited: 'Parado',
    dead: 'Morto',
  },
  up: 'no ar há {duration}',
  ended: 'código de saída {code}, {ago}',
  health: { healthy: 'saudável', unhealthy: 'não saudável', starting: 'verificação iniciando' },
  noPorts: 'nenhuma',
  action: {
    open: 'Abrir instância',
    restart: 'Reiniciar',
    remove: 'Remover',
  },
  empty: {
    title: 'Nenhum contêiner neste motor',
    text: 'O que for criado aqui ou com o docker aparece sozinho.',
  },
  listFailed: 'Não foi possível ler os contêineres',
  removeTitle: 'Remover contêiner',
  removeText:
    'O contêiner <b>{name}</b> vai embora, com suas configurações, seus logs e o que guarda dentro de si. Se estiver em execução, é parado antes.',
  volumesStay: 'Seus volumes ficam.',
  anonymousStay:
    '{count, plural, one {Um volume anônimo também fica, mas nada mais aponta para ele:} other {# volumes anônimos também ficam, mas nada mais aponta para eles:}}',
  autoRemove: 'Foi iniciado com --rm: seus volumes anônimos vão junto.',
};
