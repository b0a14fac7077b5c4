import { useTranslations } from 'use-intl';
import type { Danger } from '../../../../../shared/contract/consoles.ts';
import { emphasis } from '../../../components/emphasis.tsx';
import { Icon } from '../../../components/icon.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { useByteSize } from '../../../components/use-byte-size.ts';
import styles from './danger-list.module.css';

/** What each dangerous statement would do, with figures, and its text. */
export function DangerList({ dangers, more }: { dangers: readonly Danger[]; more: number }) {
  const t = useTranslations('sql.question');
  return (
    <>
      <ul className={styles.list}>
        {dangers.map((danger) => (
          <li key={`${danger.place.offset}-${danger.kind}-${danger.object}`} className={styles.danger}>
            <Icon name="warning" />
            <div className={styles.text}>
              <p>
                <DangerText danger={danger} />
              </p>
              <pre className={styles.statement}>
                <PlainText text={danger.text} multiline />
              </pre>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('more', { count: more })}</p>}
    </>
  );
}

function DangerText({ danger: { kind, object, rows, sizeBytes } }: { danger: Danger }) {
  const t = useTranslations('sql.question');
  const bytes = useByteSize();
  const about = rows === null ? 'unknown' : rows.exact ? 'exact' : 'about';
  return (
    <>
      {t.rich(`danger.${kind}`, { ...emphasis, object, rows: about, count: rows?.count ?? 0 })}
      {sizeBytes !== null && ` ${t('size', { size: bytes(sizeBytes) })}`}
    </>
  );
}
