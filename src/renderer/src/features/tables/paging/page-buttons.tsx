import { useTranslations } from 'use-intl';
import { IconButton } from '../../../components/icon-button.tsx';
import type { PagePlace } from '../../../stores/table-view-store.ts';
import styles from './page-bar.module.css';
import type { PageMoves } from './page-moves.ts';

interface PageButtonsProps {
  moves: PageMoves;
  blocked: string | null;
  onGo: (page: PagePlace) => void;
}

const buttons = [
  { move: 'first', icon: 'first', keys: 'Alt+Shift+PageUp' },
  { move: 'previous', icon: 'chevron-left', keys: 'Alt+PageUp' },
  { move: 'next', icon: 'chevron-right', keys: 'Alt+PageDown' },
  { move: 'last', icon: 'last', keys: 'Alt+Shift+PageDown' },
] as const;

/** To the first, previous, next and last page. */
export function PageButtons({ moves, blocked, onGo }: PageButtonsProps) {
  const t = useTranslations('tables.paging');
  return (
    <div role="presentation" className={styles.buttons}>
      {buttons.map(({ move, icon, keys }) => {
        const to = moves[move];
        return (
          <IconButton
            key={move}
            icon={icon}
            label={t(move)}
            title={`${t(move)} (${keys.replaceAll('+', ' ')})`}
            aria-keyshortcuts={keys}
            disabledReason={to === null ? t('noMore') : blocked}
            onClick={() => to !== null && onGo(to)}
          />
        );
      })}
    </div>
  );
}
