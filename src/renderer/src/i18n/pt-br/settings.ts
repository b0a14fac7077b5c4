import type { settings as source } from '../en/settings.ts';
import type { Translated } from '../translated.ts';

export const settings: Translated<typeof source> = {
  title: 'Configurações',
  look: 'Aparência',
  theme: 'Tema',
  themes: {
    system: 'Como o sistema',
    light: 'Claro',
    dark: 'Escuro',
  },
  language: 'Idioma',
  languageSystem: 'Como o sistema',
  restorePoints: 'Pontos de restauração',
  days: 'Guardar por dias',
  daysHint: 'Uma redefinição guarda os dados antigos por esse tempo. 1 a 365.',
  daysError: 'Um número inteiro de 1 a 365',
  maxSize: 'Limite de tamanho em GiB',
  maxSizeHint:
    'Quando todos juntos passam disso, os mais antigos saem primeiro. 0 não guarda nenhum além do necessário.',
  maxSizeError: 'Um número a partir de 0',
  engine: 'Motor',
  about: 'Sobre',
  version: 'Versão',
  host: 'Host',
  hosts: {
    electron: 'Aplicativo de desktop',
    browser: 'Janela do navegador',
  },
  dataDirectory: 'Diretório de dados',
  dataDirectoryHint:
    'Diário, configurações, registros de pontos de restauração e logs. Nenhum banco de dados fica nele.',
  readFailed: 'Não foi possível ler as configurações',
};
