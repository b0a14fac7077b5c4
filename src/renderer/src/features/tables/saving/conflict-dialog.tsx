import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import type { ConflictChoice } from '../staging/resolve-conflict.ts';
import styles from './conflict-dialog.module.css';
import { ConflictRow } from './conflict-row.tsx';
import type { TableEdit } from './use-table-edit.ts';

/** Rows that somebody changed since they were read: the person chooses, then all is saved again. */
export function ConflictDialog({ edit: { table, saving } }: { edit: TableEdit }) {
  const t = useTranslations('tableEdit.conflict');
  const common = useTranslations('common');
  const cancel = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, ConflictChoice>>(new Map());
  const rows = saving.state.conflicts.flatMap((conflict) => {
    const staged = table.rows.get(conflict.row);
    return staged === undefined || staged.kind === 'insert' ? [] : [{ conflict, staged }];
  });

  const choose = (choices: ReadonlyMap<string, ConflictChoice>) => {
    const decided = rows.flatMap(({ conflict: { row, current } }) => {
      const choice = choices.get(row);
      return choice === undefined ? [] : [{ id: row, current, choice }];
    });
    if (decided.length === rows.length) saving.decide(decided);
    else setChosen(choices);
  };
  const chooseAll = (choice: ConflictChoice) =>
    choose(new Map(rows.map(({ conflict }) => [conflict.row, choice])));

  return (
    <Dialog
      open
      onClose={saving.dismiss}
      title={t('title')}
      kind="confirm"
      initialFocus={cancel}
      wide="very"
      footer={
        <>
          <Button ref={cancel} onClick={saving.dismiss}>
            {common('cancel')}
          </Button>
          {rows.length > 1 && (
            <>
              <Button onClick={() => chooseAll('theirs')}>{t('takeAll')}</Button>
              <Button onClick={() => chooseAll('mine')}>{t('keepAll')}</Button>
            </>
          )}
        </>
      }
    >
      <div className={styles.rows}>
        <p>{t('body', { count: rows.length })}</p>
        {rows.map(({ conflict, staged }) => (
          <ConflictRow
            key={conflict.row}
            columns={table.columns}
            staged={staged}
            conflict={conflict}
            choice={chosen.get(conflict.row) ?? null}
            onChoose={(choice) => choose(new Map([...chosen, [conflict.row, choice]]))}
          />
        ))}
      </div>
    </Dialog>
  );
}
