import type { dataGrid as english } from '../en/data-grid.ts';
import type { Translated } from '../translated.ts';

export const dataGrid: Translated<typeof english> = {
  keys: 'As setas movem, com Shift selecionam, com Ctrl vão até a borda. A barra de espaço seleciona linhas com Shift, colunas com Ctrl. Enter mostra o valor inteiro. Ctrl+C copia, Ctrl+F busca. Alt com a seta para a esquerda ou direita redimensiona a coluna, Alt com a seta para baixo a ajusta.',
  resize: 'Arraste para redimensionar, clique duas vezes para ajustar (Alt+←, Alt+→, Alt+↓)',
};
