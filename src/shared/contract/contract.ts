import { catalog } from './catalog.ts';
import { changes } from './changes.ts';
import { consoles } from './consoles.ts';
import { containers } from './containers.ts';
import { engine } from './engine.ts';
import { history } from './history.ts';
import { host } from './host.ts';
import { images } from './images.ts';
import { instances } from './instances.ts';
import { logs } from './logs.ts';
import { networks } from './networks.ts';
import { operations } from './operations.ts';
import { restorePoints } from './restore-points.ts';
import { results } from './results.ts';
import { settings } from './settings.ts';
import { tables } from './tables.ts';
import { volumes } from './volumes.ts';

/** Everything the window can ask of main. One file per feature; the same over every transport. */
export const contract = {
  catalog,
  changes,
  consoles,
  containers,
  engine,
  history,
  host,
  images,
  instances,
  logs,
  networks,
  operations,
  restorePoints,
  results,
  settings,
  tables,
  volumes,
};
