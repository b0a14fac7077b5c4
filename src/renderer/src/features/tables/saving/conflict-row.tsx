import { useTranslations } from 'use-intl';
import type { Cell } from '../../../../../shared/contract/results.ts';
import type { SaveConflict, StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { Button } from '../../../components/button.tsx';
import { classNames } from '../../../components/class-names.ts';
import { PlainText } from '../../../components/plain-text.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import type { ConflictChoice } from '../staging/resolve-conflict.ts';
import type { StagedRow } from '../staging/staged-row.ts';
import { conflictColumns } from './conflict-columns.ts';
import styles from './conflict-row.module.css';

interface ConflictRowProps {
  columns: readonly string[];
  staged: Exclude<StagedRow, { kind: 'insert' }>;
  conflict: SaveConflict;
  /** Null: not chosen yet. */
  choice: ConflictChoice | null;
  onChoose: (choice: ConflictChoice) => void;
}

const choices = ['theirs', 'mine'] as const;

/** One row that somebody else changed: what was read, theirs and mine, side by side. */
export function ConflictRow({ columns, staged, conflict, choice, onChoose }: ConflictRowProps) {
  const t = useTranslations('tableEdit.conflict');
  const name = visibleText(staged.key.join(', '));
  const isGone = conflict.current === null;
  const labels = isGone
    ? { mine: t('insertAgain'), theirs: t('dropMine') }
    : { mine: t('keepMine'), theirs: t('takeTheirs') };
  return (
    <section className={styles.row} aria-label={t('row', { row: name })}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('row', { row: name })}</h3>
        {choices.map((one) => (
          <Button
            key={one}
            variant={choice === one ? 'primary' : 'default'}
            aria-pressed={choice === null ? undefined : choice === one}
            onClick={() => onChoose(one)}
          >
            {labels[one]}
          </Button>
        ))}
      </div>
      {isGone && <p>{t('gone')}</p>}
      {staged.kind === 'delete' && <p>{t('iDelete')}</p>}
      <Versions columns={columns} staged={staged} conflict={conflict} />
    </section>
  );
}

function Versions({ columns, staged, conflict }: Pick<ConflictRowProps, 'columns' | 'staged' | 'conflict'>) {
  const t = useTranslations('tableEdit.conflict');
  const { differing, same } = conflictColumns(columns, staged, conflict);
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.versions}>
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('read')}</th>
              <th scope="col">{t('theirs')}</th>
              <th scope="col">{t('mine')}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ name, read, theirs, mine, theirsDiffers, mineDiffers }) => (
              <tr key={name}>
                <th scope="row">
                  <PlainText text={name} />
                </th>
                <Version value={read} differs={false} />
                <Version value={theirs} differs={theirsDiffers} />
                <Version value={mine} differs={mineDiffers} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {same > 0 && <p className={styles.note}>{t('unchanged', { count: same })}</p>}
    </>
  );
}

const mostShown = 300;

function Version({ value, differs }: { value: Cell | StagedValue | undefined; differs: boolean }) {
  const t = useTranslations('tableEdit.conflict');
  return (
    <td className={classNames(differs && styles.differs)}>
      <VersionText value={value} />
      {differs && <span className="visually-hidden"> ({t('differs')})</span>}
    </td>
  );
}

function VersionText({ value }: { value: Cell | StagedValue | undefined }) {
  const t = useTranslations('tableEdit.conflict');
  if (value === undefined) return <span className={styles.word}>—</span>;
  if (value === null) return <span className={styles.word}>NULL</span>;
  if (typeof value === 'object' && 'default' in value)
    return <span className={styles.word}>{t('default')}</span>;
  const text = typeof value === 'string' ? value : value.start;
  const isCut = typeof value === 'object' || text.length > mostShown;
  return (
    <>
      <PlainText text={text.slice(0, mostShown)} multiline />
      {isCut && '…'}
    </>
  );
}
