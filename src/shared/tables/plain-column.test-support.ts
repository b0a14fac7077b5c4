import type { RelationColumn } from '../contract/relations.ts';

/** A column of texts that asks for nothing. */
export const plainColumn: RelationColumn = {
  name: 'c',
  type: 'text',
  typeOid: 25,
  valueType: 'text',
  align: 'left',
  notNull: false,
  defaultText: null,
  identity: null,
  generated: null,
  maxLength: null,
  integerBytes: null,
  numeric: null,
  enumLabels: null,
  canSort: true,
  canInsert: true,
  canUpdate: true,
  comment: null,
};
