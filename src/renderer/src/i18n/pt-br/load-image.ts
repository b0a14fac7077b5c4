import type { loadImage as english } from '../en/load-image.ts';
import type { Translated } from '../translated.ts';

export const loadImage: Translated<typeof english> = {
  title: 'Carregar imagem de arquivo…',
  intro: 'Um arquivo feito por docker save (.tar, .tar.gz).',
  file: 'Arquivo da imagem',
  choose: 'Escolher arquivo',
  none: 'Nenhum arquivo escolhido',
  load: 'Carregar',
  cancel: 'Cancelar',
  close: 'Fechar',
  sending: '{done} de {total}',
  unpacking: 'O motor está descompactando…',
  done: 'Agora no motor: {names}',
  failed: 'A imagem não foi carregada',
  nothingChosen: 'Escolha um arquivo primeiro.',
};
