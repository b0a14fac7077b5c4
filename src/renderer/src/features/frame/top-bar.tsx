import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { useCapabilities } from '../../api/host.ts';
import { usePaletteStore } from '../../stores/palette-store.ts';
import { EngineChip } from '../engine/engine-chip.tsx';
import { BrandMark } from './brand-mark.tsx';
import styles from './top-bar.module.css';

export function TopBar() {
  const t = useTranslations('frame');
  const setOpen = usePaletteStore((store) => store.setOpen);
  const { data: capabilities } = useCapabilities();
  const shortcut = capabilities?.platform === 'macos' ? '⌘ K' : 'Ctrl K';
  return (
    <header className={styles.bar}>
      <Link to="/instances" className={styles.brand}>
        <BrandMark />
        {t('brand')}
      </Link>
      <button
        type="button"
        className={styles.palette}
        aria-label={t('palette')}
        aria-keyshortcuts="Control+K Meta+K"
        title={`${t('palette')} (${shortcut})`}
        onClick={() => setOpen(true)}
      >
        <span>{t('find')}</span>
        <kbd>{shortcut}</kbd>
      </button>
      <span className={styles.space} />
      <EngineChip />
    </header>
  );
}
