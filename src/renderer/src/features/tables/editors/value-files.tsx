import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import { Button } from '../../../components/button.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import { FileButton } from '../../../components/file-button.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { useByteSize } from '../../../components/use-byte-size.ts';
import { visibleText } from '../../../components/visible-text.ts';
import { decodeBytea } from '../../results/cell-viewer/decode-bytea.ts';
import { mostFileBytes, readFileValue } from './file-value.ts';
import styles from './value-editor.module.css';

interface ValueFilesProps {
  column: RelationColumn;
  /** Null: there is nothing to save. */
  text: string | null;
  canChange: boolean;
  onLoad: (value: string) => void;
}

/** Takes a value from a file, and puts it into one or on the clipboard. */
export function ValueFiles({ column, text, canChange, onLoad }: ValueFilesProps) {
  const t = useTranslations('tableEditors.panel');
  const copyText = useTranslations('results.viewer');
  const id = useId();
  const byteSize = useByteSize();
  const [failure, setFailure] = useState<string | null>(null);
  const isBytes = column.valueType === 'bytea';

  const load = async (file: File) => {
    const { value, failure: failed } = await readFileValue(file, column.valueType);
    const about = { name: visibleText(file.name), size: byteSize(file.size), most: byteSize(mostFileBytes) };
    setFailure(failed === null ? null : t(failed, about));
    if (value !== null) onLoad(value);
  };
  return (
    <>
      {canChange && (
        <FileButton
          id={id}
          label={t('fromFile')}
          accept=""
          onFiles={([file]) => {
            if (file !== undefined) void load(file);
          }}
        />
      )}
      {text !== null && <CopyButton label={copyText('copy')} text={text} />}
      {text !== null && (
        <Button onClick={() => saveFile(new Blob([isBytes ? decodeBytea(text) : text]), fileName(column))}>
          {t('toFile')}
        </Button>
      )}
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
    </>
  );
}

function fileName({ name, valueType }: RelationColumn): string {
  const ending = valueType === 'bytea' ? 'bin' : valueType === 'json' ? 'json' : 'txt';
  return `${name || 'value'}.${ending}`;
}
