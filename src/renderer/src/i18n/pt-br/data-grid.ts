import type { dataGrid as english } from '../en/data-grid.ts';
import type { Translated } from '../translated.ts';

export const dataGrid: Translated<typeof english> = {
  keys: 'As setas movem, com Shift selecionam, com Ctrl vão até a borda. A barra de espaço seleciona linhas com Shift, colunas com Ctrl. Ctrl+C copia, Ctrl+F busca. Alt com a seta para a esquerda ou direita redimensiona a coluna, Alt com a seta para baixo a ajusta.',
  openKeys: 'Enter mostra o valor inteiro.',
  editKeys:
    'Enter ou F2 edita a célula, digitar substitui o valor, Escape desiste. Durante a edição, Enter desce, Tab vai para a direita. A barra de espaço alterna um booleano. Alt+Delete define NULL. Ctrl+Enter ou F4 abre o valor inteiro. Ctrl+V cola, também células de uma planilha.',
  sortKeys: 'Alt com a seta para cima ordena pela coluna, com Shift além das colunas anteriores.',
  jumpKeys: 'Alt+Enter vai à linha a que uma chave estrangeira se refere, Alt+Backspace volta.',
  resize: 'Arraste para redimensionar, clique duas vezes para ajustar (Alt+←, Alt+→, Alt+↓)',
};
