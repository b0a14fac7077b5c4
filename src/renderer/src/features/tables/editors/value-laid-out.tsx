import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn, ValueType } from '../../../../../shared/contract/relations.ts';
import { BytesView } from '../../results/cell-viewer/bytes-view.tsx';
import { decodeBytea } from '../../results/cell-viewer/decode-bytea.ts';
import { jsonOutline } from '../../results/cell-viewer/json-outline.ts';
import { OutlineView } from '../../results/cell-viewer/outline-view.tsx';
import { ElementsEditor } from './elements-editor.tsx';

export type ValueLook = 'text' | 'tree' | 'bytes' | 'elements';

/** How else than as text a value can be shown. */
export function laidOutLook(valueType: ValueType): Exclude<ValueLook, 'text'> | null {
  switch (valueType) {
    case 'json':
      return 'tree';
    case 'bytea':
      return 'bytes';
    case 'array':
      return 'elements';
    default:
      return null;
  }
}

interface ValueLaidOutProps {
  look: Exclude<ValueLook, 'text'>;
  column: RelationColumn;
  text: string;
  canChange: boolean;
  onChange: (value: string) => void;
}

/** A value by its parts. */
export function ValueLaidOut({ look, column, text, canChange, onChange }: ValueLaidOutProps) {
  const t = useTranslations('tableEditors.panel');
  const bytes = useMemo(() => decodeBytea(look === 'bytes' ? text : ''), [look, text]);
  switch (look) {
    case 'tree':
      return <OutlineView label={t('value')} text={text} outlineOf={jsonOutline} />;
    case 'bytes':
      return <BytesView bytes={bytes} />;
    case 'elements':
      return (
        <ElementsEditor
          text={text}
          delimiter={column.type === 'box[]' ? ';' : ','}
          canChange={canChange}
          onChange={onChange}
        />
      );
  }
}
