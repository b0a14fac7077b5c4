import { StagedKeeper } from './staged-keeper.ts';

let keeper: StagedKeeper | null = null;

/** Keeps what is staged over a reload, from the first call for as long as the window lives. */
export function keepStaged(): StagedKeeper {
  keeper ??= new StagedKeeper(sessionStorage, window);
  return keeper;
}
