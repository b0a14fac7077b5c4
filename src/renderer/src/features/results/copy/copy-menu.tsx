import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Menu } from '../../../components/menu.tsx';
import { mostCopiedRows } from './collect-rows.ts';
import { type CopyFormat, copyFormats } from './copied-rows.ts';
import type { CopyScope } from './copy-scope.ts';

interface CopyMenuProps {
  scope: CopyScope;
  busy: boolean;
  onCopy: (format: CopyFormat) => void;
  onExport: () => void;
}

/** The selection, or all of a result that is not too large, in one of five formats. */
export function CopyMenu({ scope, busy, onCopy, onExport }: CopyMenuProps) {
  const t = useTranslations('results.copyAs');
  const tooMany = scope.rows > mostCopiedRows;
  const what = t(scope.all ? 'all' : 'selection', { rows: scope.rows });
  return (
    <Menu
      trigger={
        <Button busy={busy} disabled={scope.rows === 0}>
          {t('label')}
          <Icon name="chevron" sizePx={12} />
        </Button>
      }
      label={t('label')}
      entries={[
        // What the formats are about stands above them.
        {
          label: tooMany ? t('tooMany', { rows: mostCopiedRows }) : what,
          disabled: true,
          onSelect: () => undefined,
        },
        ...(tooMany ? [{ label: t('export'), onSelect: onExport }] : []),
        'separator',
        ...copyFormats.map((format) => ({
          label: t(format),
          disabled: tooMany,
          onSelect: () => onCopy(format),
        })),
      ]}
    />
  );
}
