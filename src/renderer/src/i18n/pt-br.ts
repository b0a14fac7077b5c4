import type { Messages } from './messages.ts';
import { activity } from './pt-br/activity.ts';
import { common } from './pt-br/common.ts';
import { containers } from './pt-br/containers.ts';
import { dataGrid } from './pt-br/data-grid.ts';
import { engine } from './pt-br/engine.ts';
import { errors } from './pt-br/errors.ts';
import { explain } from './pt-br/explain.ts';
import { frame } from './pt-br/frame.ts';
import { inspect } from './pt-br/inspect.ts';
import { instance } from './pt-br/instance.ts';
import { instances } from './pt-br/instances.ts';
import { loadImage } from './pt-br/load-image.ts';
import { logs } from './pt-br/logs.ts';
import { newInstance } from './pt-br/new-instance.ts';
import { operations } from './pt-br/operations.ts';
import { palette } from './pt-br/palette.ts';
import { remove } from './pt-br/remove.ts';
import { reset } from './pt-br/reset.ts';
import { restorePoints } from './pt-br/restore-points.ts';
import { results } from './pt-br/results.ts';
import { settings } from './pt-br/settings.ts';
import { sql } from './pt-br/sql.ts';
import { tableEdit } from './pt-br/table-edit.ts';
import { tableEditors } from './pt-br/table-editors.ts';
import { tableFiles } from './pt-br/table-files.ts';
import { tableStructure } from './pt-br/table-structure.ts';
import { tables } from './pt-br/tables.ts';
import { volumes } from './pt-br/volumes.ts';

export const ptBr: Messages = {
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
