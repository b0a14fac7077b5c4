import { useTranslations } from 'use-intl';

interface GridKeyHelpProps {
  id: string;
  canSort: boolean;
  canEdit: boolean;
}

/** What the keys of a grid do, for those who hear it. */
export function GridKeyHelp({ id, canSort, canEdit }: GridKeyHelpProps) {
  const t = useTranslations('dataGrid');
  return (
    <p id={id} hidden>
      {t('keys')} {canSort && t('sortKeys')} {t(canEdit ? 'editKeys' : 'openKeys')}
    </p>
  );
}
