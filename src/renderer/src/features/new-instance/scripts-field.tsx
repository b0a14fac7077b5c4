import { type DragEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ByteSize } from '../../components/byte-size.tsx';
import { Card } from '../../components/card.tsx';
import { classNames } from '../../components/class-names.ts';
import { FileButton } from '../../components/file-button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import type { FormPart } from './form-part.ts';
import type { DraftScript } from './instance-draft.ts';
import { readScript } from './read-script.ts';
import styles from './scripts-field.module.css';
import { useIssueTexts } from './use-issue-texts.tsx';

/** Files that the server runs when it makes its cluster. */
export function ScriptsField({ draft, issues, edit }: FormPart) {
  const t = useTranslations('newInstance');
  const id = useId();
  const [over, setOver] = useState(false);
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const { error, warning } = useIssueTexts(issues.initScripts);

  const add = async (files: readonly File[]) => {
    const read = await Promise.allSettled(files.map(readScript));
    setUnreadable(files.filter((_, index) => read[index]?.status === 'rejected').map(({ name }) => name));
    const scripts = read.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
    edit({ kind: 'add-scripts', scripts });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };

  return (
    <Card title={t('section.scripts')}>
      <div data-field="initScripts" className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          {t('label.initScripts')}
        </label>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the file input */}
        <div
          className={classNames(styles.zone, over && styles.over)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <FileButton
            id={id}
            label={t('scripts.choose')}
            accept=".sql,.gz,.sh"
            multiple
            invalid={error !== undefined}
            describedBy={`${id}-says`}
            onFiles={(files) => void add(files)}
          />
          <span className="muted">{t(over ? 'scripts.dropNow' : 'scripts.drop')}</span>
        </div>
        <Scripts scripts={draft.scripts} onRemove={(rowId) => edit({ kind: 'remove-script', rowId })} />
        <div id={`${id}-says`} className={styles.says}>
          {error !== undefined && <p className={styles.error}>{error}</p>}
          {unreadable.map((name) => (
            <p key={name} className={styles.error}>
              <PlainText text={t('scripts.unreadable', { name })} />
            </p>
          ))}
          {warning !== undefined && <p className={styles.warning}>{warning}</p>}
          <p>{t('scripts.hint')}</p>
        </div>
      </div>
    </Card>
  );
}

function Scripts({
  scripts,
  onRemove,
}: {
  scripts: readonly DraftScript[];
  onRemove: (rowId: string) => void;
}) {
  const t = useTranslations('newInstance.scripts');
  if (scripts.length === 0) return null;
  return (
    <ol className={styles.list}>
      {scripts.map((script, index) => (
        <li key={script.rowId} className={styles.script}>
          <span className={styles.order}>{index + 1}</span>
          <span className={classNames('mono', styles.name)}>
            <PlainText text={script.name} />
          </span>
          <ByteSize bytes={script.sizeBytes} />
          <IconButton
            icon="close"
            label={t('remove', { name: script.name })}
            onClick={() => onRemove(script.rowId)}
          />
        </li>
      ))}
    </ol>
  );
}
