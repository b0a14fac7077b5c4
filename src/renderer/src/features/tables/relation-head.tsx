import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationKind, RelationName } from '../../../../shared/contract/relations.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { TabStrip } from '../../components/tab-strip.tsx';
import { visibleText } from '../../components/visible-text.ts';
import type { TableView } from '../../stores/table-view-store.ts';
import styles from './relation-head.module.css';

interface RelationHeadProps {
  name: RelationName;
  /** Null while it is not known. */
  kind: RelationKind | null;
  subTab: TableView['subTab'];
  onSubTab: (subTab: TableView['subTab']) => void;
  /** Where a jump came from; null: nowhere. */
  cameFrom: RelationName | null;
  onBack: () => void;
  /** What can be done with all of it. */
  actions: ReactNode;
}

const subTabs = ['rows', 'structure'] as const;

/** What relation is on screen, its views, and the way back from a jump. */
export function RelationHead({ name, kind, subTab, onSubTab, cameFrom, onBack, actions }: RelationHeadProps) {
  const t = useTranslations('tables');
  return (
    <div className={styles.head}>
      {cameFrom !== null && (
        <Button
          title={t('backTo', { table: cameFrom.name })}
          aria-keyshortcuts="Alt+Backspace"
          onClick={onBack}
        >
          <Icon name="back" sizePx={13} />
          {t('back')}
        </Button>
      )}
      <h2 className={styles.name} title={visibleText(`${name.schema}.${name.name}`)}>
        <span className={styles.schema}>
          <PlainText text={name.schema} />.
        </span>
        <PlainText text={name.name} />
      </h2>
      {kind !== null && kind !== 'table' && <span className={styles.kind}>{t(`kind.${kind}`)}</span>}
      <TabStrip
        label={t('subTabs')}
        tabs={subTabs.map((id) => ({ id, label: t(`subTab.${id}`) }))}
        current={subTab}
        onSelect={(id) => onSubTab(id === 'structure' ? 'structure' : 'rows')}
      />
      <span className={styles.space} />
      {actions}
    </div>
  );
}
