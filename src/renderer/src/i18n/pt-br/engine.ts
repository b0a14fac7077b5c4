import type { engine as source } from '../en/engine.ts';
import type { Translated } from '../translated.ts';

export const engine: Translated<typeof source> = {
  label: 'Motor',
  connecting: 'Conectando…',
  unreachable: 'Inacessível',
  connected: '{product} {version} · {address}',
  unknownProduct: 'Motor',
  menu: 'Escolher um motor',
  automatic: 'Encontrar sozinho',
  automaticNote: 'Ambiente, depois contexto atual, depois soquetes conhecidos',
  retry: 'Tentar de novo',
  inUse: 'Em uso',
  answers: 'Responde',
  candidate: '{label} · {address}',
  source: {
    chosen: 'escolhido aqui',
    environment: 'DOCKER_HOST',
    context: 'contexto',
    socket: 'soquete',
  },
  reason: {
    missing: 'Não há nada lá',
    permission:
      'Sem permissão. No Linux, entre no grupo docker: sudo usermod -aG docker $USER e faça login de novo',
    refused: 'Ninguém escuta lá: o motor não está em execução',
    timeout: 'Sem resposta a tempo',
    'api-too-old': 'A API dele é antiga demais para o Howdah: {detail}',
    'ssh-not-supported': 'ssh ainda não é suportado',
    tls: 'Os certificados TLS não servem',
    'not-an-engine': 'O que responde lá não é um motor',
    other: 'Falhou: {detail}',
  },
  none: {
    title: 'Nenhum motor de contêineres responde',
    text: 'O Howdah precisa do Docker, do Podman ou de outro motor com a mesma API. Assim que um responder, esta tela some sozinha.',
    tried: 'O que foi tentado',
    address: 'Endereço',
    found: 'Encontrado em',
    result: 'Resultado',
    use: 'Usar',
    useNamed: 'Usar {label}',
  },
  advice: {
    title: 'Como conseguir um aqui',
    'linux-apt': 'Neste sistema, o Docker vem do gerenciador de pacotes:',
    'linux-other':
      'Instale o Docker ou o Podman com o gerenciador de pacotes da sua distribuição e inicie-o:',
    macos: 'Inicie o Docker Desktop, o OrbStack ou o Rancher Desktop. Ou, com o Homebrew:',
    windows: 'Inicie o Docker Desktop. Para instalá-lo:',
    manual: 'Instruções do próprio Docker',
  },
};
