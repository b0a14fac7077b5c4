import type { common as source } from '../en/common.ts';
import type { Translated } from '../translated.ts';

export const common: Translated<typeof source> = {
  cancel: 'Cancelar',
  close: 'Fechar',
  tryAgain: 'Tentar de novo',
  copied: 'Copiado',
  notCopied: 'Não foi possível copiar',
  copyCommand: 'Copiar comando',
  notifications: 'Notificações',
  database: 'Banco',
  loading: 'Carregando…',
};
