import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationList } from '../../../../../shared/contract/relations.ts';
import { type DatabasePlace, useRelations } from '../../../api/tables.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { Icon } from '../../../components/icon.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { errorToShow } from '../../../errors/error-to-show.ts';
import { databaseViewOf, useTableViewStore } from '../../../stores/table-view-store.ts';
import { DatabaseField } from '../../databases/database-field.tsx';
import { CreateCustomers } from '../customers/create-customers.tsx';
import styles from './table-pane.module.css';
import { TableTree, type TreeHandle } from './table-tree.tsx';
import { treeNodes } from './tree-nodes.ts';
import { useStagedCounts } from './use-staged-counts.ts';

interface TablePaneProps {
  place: DatabasePlace;
  readable: boolean;
  /** Why nothing can be asked of the server now; null: it can. */
  blocked: string | null;
}

/** What a database holds, to choose from. */
export function TablePane({ place, readable, blocked }: TablePaneProps) {
  const t = useTranslations('tables.tree');
  const query = useRelations(place, readable);
  const chooseDatabase = useTableViewStore((store) => store.chooseDatabase);
  const hasOpened = useTableViewStore((store) => databaseViewOf(store, place).open !== null);
  const error = errorToShow(query);
  const list = query.data;
  return (
    <aside className={styles.pane} aria-label={t('pane')}>
      <DatabaseField
        instance={place.instance}
        current={place.database}
        readable={readable}
        onChoose={(name, isDefault) => chooseDatabase(place.instance, isDefault ? null : name)}
      />
      {error !== null && (
        <ErrorBanner title={t('failed')} error={error} onRetry={() => void query.refetch()} />
      )}
      {list !== undefined ? (
        <Found
          key={JSON.stringify(place)}
          place={place}
          list={list}
          refreshing={query.isFetching}
          blocked={blocked}
          onRefresh={() => void query.refetch()}
        />
      ) : (
        error === null && <Waiting reading={readable} />
      )}
      {hasOpened && <CreateCustomers as="button" place={place} readable={readable} blocked={blocked} />}
    </aside>
  );
}

interface FoundProps {
  place: DatabasePlace;
  list: RelationList;
  refreshing: boolean;
  blocked: string | null;
  onRefresh: () => void;
}

function Found({ place, list, refreshing, blocked, onRefresh }: FoundProps) {
  const t = useTranslations('tables.tree');
  const open = useTableViewStore((store) => store.open);
  const opened = useTableViewStore((store) => databaseViewOf(store, place).open);
  const stagedOf = useStagedCounts(place);
  const tree = useRef<TreeHandle>(null);
  const [wanted, setWanted] = useState('');
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const nodes = useMemo(() => treeNodes(list, wanted, turned), [list, wanted, turned]);

  const turn = (id: string) =>
    setTurned((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const onFindKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && wanted !== '') setWanted('');
    else if (event.key === 'ArrowDown') tree.current?.focus();
    else if (event.key === 'Enter') {
      const first = nodes.find((node) => node.kind === 'relation' && matches(node.relation, wanted));
      if (first?.kind === 'relation')
        open(place, { schema: first.relation.schema, name: first.relation.name });
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.find}>
        <Icon name="search" sizePx={13} />
        <input
          type="search"
          className={styles.input}
          aria-label={t('find')}
          placeholder={t('find')}
          autoComplete="off"
          spellCheck={false}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={onFindKey}
        />
        <IconButton
          icon="refresh"
          label={t('refresh')}
          busy={refreshing}
          disabledReason={blocked}
          onClick={onRefresh}
        />
      </div>
      {list.cut && <p className={styles.note}>{t('cut')}</p>}
      <div className={styles.tree}>
        {list.relations.length === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
        ) : nodes.length === 0 ? (
          <p className={styles.note}>{t('nothing', { wanted })}</p>
        ) : (
          <TableTree
            ref={tree}
            nodes={nodes}
            opened={opened}
            stagedOf={stagedOf}
            onOpen={(relation) => open(place, relation)}
            onTurn={turn}
          />
        )}
      </div>
    </>
  );
}

const matches = ({ schema, name }: { schema: string; name: string }, wanted: string): boolean =>
  `${schema}.${name}`.toLowerCase().includes(wanted.trim().toLowerCase());

function Waiting({ reading }: { reading: boolean }) {
  const t = useTranslations('tables.tree');
  if (!reading) return <p className={styles.note}>{t('unread')}</p>;
  return (
    <div className={styles.bones} aria-busy="true">
      {[88, 120, 104, 140, 96].map((widthPx) => (
        <Skeleton key={widthPx} widthPx={widthPx} />
      ))}
    </div>
  );
}
