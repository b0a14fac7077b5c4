import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { VirtualLines } from '../../../components/data-grid/virtual-lines.tsx';
import { readElements, writeElements } from './array-elements.ts';
import { ElementLine } from './element-line.tsx';
import styles from './elements-editor.module.css';

interface ElementsEditorProps {
  /** The array as Postgres writes it; "": NULL or nothing yet. */
  text: string;
  delimiter: ',' | ';';
  canChange: boolean;
  onChange: (text: string) => void;
}

const linePx = 32;

/** The elements of an array below each other: each can be changed, moved and removed. */
export function ElementsEditor({ text, delimiter, canChange, onChange }: ElementsEditorProps) {
  const t = useTranslations('tableEditors.panel');
  const elements = text === '' ? [] : readElements(text, delimiter);
  if (elements === null) return <p className={styles.note}>{t('onlyText')}</p>;
  const write = (next: readonly (string | null)[]) => onChange(writeElements(next, delimiter));
  return (
    <>
      <div className={styles.lines}>
        <VirtualLines
          label={t('look.elements')}
          count={elements.length}
          linePx={linePx}
          renderLine={(index) => (
            <ElementLine
              index={index}
              element={elements[index] ?? null}
              canChange={canChange}
              onChange={(next) => write(elements.with(index, next))}
              onRemove={() => write(elements.toSpliced(index, 1))}
              onRaise={() => write(raised(elements, index))}
            />
          )}
        />
      </div>
      {canChange && (
        <div className={styles.foot}>
          <Button onClick={() => write([...elements, ''])}>{t('addElement')}</Button>
        </div>
      )}
    </>
  );
}

function raised<T>(list: readonly T[], index: number): T[] {
  const [moved] = list.slice(index, index + 1);
  return moved === undefined ? [...list] : list.toSpliced(index, 1).toSpliced(index - 1, 0, moved);
}
