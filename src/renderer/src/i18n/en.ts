import { activity } from './en/activity.ts';
import { common } from './en/common.ts';
import { containers } from './en/containers.ts';
import { dataGrid } from './en/data-grid.ts';
import { engine } from './en/engine.ts';
import { errors } from './en/errors.ts';
import { explain } from './en/explain.ts';
import { frame } from './en/frame.ts';
import { inspect } from './en/inspect.ts';
import { instance } from './en/instance.ts';
import { instances } from './en/instances.ts';
import { loadImage } from './en/load-image.ts';
import { logs } from './en/logs.ts';
import { newInstance } from './en/new-instance.ts';
import { operations } from './en/operations.ts';
import { palette } from './en/palette.ts';
import { remove } from './en/remove.ts';
import { reset } from './en/reset.ts';
import { restorePoints } from './en/restore-points.ts';
import { results } from './en/results.ts';
import { settings } from './en/settings.ts';
import { sql } from './en/sql.ts';
import { tableEdit } from './en/table-edit.ts';
import { tableEditors } from './en/table-editors.ts';
import { tableFiles } from './en/table-files.ts';
import { tableStructure } from './en/table-structure.ts';
import { tables } from './en/tables.ts';
import { volumes } from './en/volumes.ts';

export const en = {
  activity,
  common,
  containers,
  dataGrid,
  engine,
  errors,
  explain,
  frame,
  inspect,
  instance,
  instances,
  loadImage,
  logs,
  newInstance,
  operations,
  palette,
  remove,
  reset,
  restorePoints,
  results,
  settings,
  sql,
  tableEdit,
  tableEditors,
  tableFiles,
  tableStructure,
  tables,
  volumes,
};
