import type { logs as english } from '../en/logs.ts';
import type { Translated } from '../translated.ts';

export const logs: Translated<typeof english> = {
  label: 'Logs do contêiner',
  follow: 'Seguir',
  copy: 'Copiar',
  lines: '{count, plural, one {# linha} other {# linhas}}',
  newLines: '{count, plural, one {# linha nova} other {# linhas novas}}',
  dropped:
    '{count, plural, one {# linha foi pulada} other {# linhas foram puladas}}: vieram mais rápido do que se pode mostrar.',
  empty: { title: 'Ainda não há linhas', body: 'O que o servidor escreve aparece aqui.' },
  failed: 'Não foi possível ler o log',
};
