import { activity } from './id/activity.ts';
import { common } from './id/common.ts';
import { containers } from './id/containers.ts';
import { dataGrid } from './id/data-grid.ts';
import { engine } from './id/engine.ts';
import { errors } from './id/errors.ts';
import { explain } from './id/explain.ts';
import { frame } from './id/frame.ts';
import { inspect } from './id/inspect.ts';
import { instance } from './id/instance.ts';
import { instances } from './id/instances.ts';
import { loadImage } from './id/load-image.ts';
import { logs } from './id/logs.ts';
import { newInstance } from './id/new-instance.ts';
import { operations } from './id/operations.ts';
import { palette } from './id/palette.ts';
import { remove } from './id/remove.ts';
import { reset } from './id/reset.ts';
import { restorePoints } from './id/restore-points.ts';
import { results } from './id/results.ts';
import { settings } from './id/settings.ts';
import { sql } from './id/sql.ts';
import { tableEdit } from './id/table-edit.ts';
import { tableEditors } from './id/table-editors.ts';
import { tableFiles } from './id/table-files.ts';
import { tableStructure } from './id/table-structure.ts';
import { tables } from './id/tables.ts';
import { volumes } from './id/volumes.ts';
import type { Messages } from './messages.ts';

export const id: Messages = {
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
