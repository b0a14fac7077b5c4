import { useTranslations } from 'use-intl';
import type { ResetPreview } from '../../../../shared/contract/instances.ts';
import { PlainText } from '../../components/plain-text.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';
import styles from './lost-data.module.css';

/** Databases, tables and rows that the old volume holds. */
export function LostData({ preview: { databases, sizeBytes } }: { preview: ResetPreview }) {
  const t = useTranslations('reset.lost');
  const bytes = useByteSize();
  const size = sizeBytes === null ? null : t('size', { size: bytes(sizeBytes) });
  if (databases === null) return <p>{[t('unknown'), size].filter(Boolean).join(' ')}</p>;
  if (databases.length === 0) return <p>{[t('none'), size].filter(Boolean).join(' ')}</p>;
  const sum = (of: 'tables' | 'rows') => databases.reduce((total, database) => total + database[of], 0);
  const exact = databases.every((database) => database.exact);
  const total = t('total', {
    tables: sum('tables'),
    rows: t('totalRows', { exact: String(exact), count: sum('rows') }),
  });
  return (
    <>
      <p className={styles.total}>{[total, size].filter(Boolean).join(' · ')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('database')}</th>
            <th scope="col" className={styles.number}>
              {t('tables')}
            </th>
            <th scope="col" className={styles.number}>
              {t('rows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {databases.map((database) => (
            <tr key={database.name}>
              <td className="mono">
                <PlainText text={database.name} />
              </td>
              <td className={styles.number}>{database.tables}</td>
              <td className={styles.number}>
                {t(database.exact ? 'exact' : 'about', { rows: database.rows })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
