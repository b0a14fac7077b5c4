import { useTranslations } from 'use-intl';

interface GridKeyHelpProps {
  id: string;
  /** What it can do where these are given. */
  grid: { onSort?: unknown; onJump?: unknown };
  canEdit: boolean;
}

/** What the keys of a grid do, for those who hear it. */
export function GridKeyHelp({ id, grid, canEdit }: GridKeyHelpProps) {
  const t = useTranslations('dataGrid');
  return (
    <p id={id} hidden>
      {t('keys')} {grid.onSort !== undefined && t('sortKeys')} {t(canEdit ? 'editKeys' : 'openKeys')}{' '}
      {grid.onJump !== undefined && t('jumpKeys')}
    </p>
  );
}
